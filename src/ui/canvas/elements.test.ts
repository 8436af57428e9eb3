import { describe, expect, it } from "vitest";
import { listSteps } from "../../pipeline/graph/stepTree";
import { emptyScene, type SceneCard } from "../../pipeline/layout/scene";
import { lambda } from "../../testing/steps";
import { createCanvasStore } from "./canvasStore";
import { elementsOf, mostElements } from "./elements";
import { shapeWithoutPorts } from "./measure";
import { cardAt } from "./sceneIndex";

const [any] = listSteps({ Steps: [lambda("Any")] });
if (any === undefined) throw new Error("there is no step");
const shape = shapeWithoutPorts(any);

/** So many cards in rows of 40, each 200 by 100 with 50 between them. */
function cardsOf(count: number): ReadonlyMap<string, SceneCard> {
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const key = `S${index}`;
      const position = { x: (index % 40) * 250, y: Math.floor(index / 40) * 150 };
      return [
        key,
        {
          key,
          name: key,
          type: "Lambda",
          parent: null,
          slot: null,
          depth: 0,
          shape,
          width: 200,
          height: 100,
          ...position,
        },
      ];
    }),
  );
}

function stateOf(count: number, more: Partial<ReturnType<ReturnType<typeof createCanvasStore>["getState"]>>) {
  const cards = cardsOf(count);
  return { ...createCanvasStore().getState(), scene: { ...emptyScene, cards }, ...more };
}

const all = { x: 0, y: 0, width: 10_000, height: 4_000 };

describe("the steps that are elements", () => {
  it("from afar are those that one has to do with", () => {
    const state = stateOf(1_000, { far: true, tabStop: "S0", under: "S7", renaming: "S9" });
    expect([...elementsOf(state, ["S3"], all)]).toEqual(["S0", "S3", "S7", "S9"]);
  });

  it("are sixty of the selected at most, those in view first", () => {
    const state = stateOf(1_000, { far: true });
    const inView = { x: 0, y: 3_000, width: 4_000, height: 600 };
    const elements = elementsOf(state, [...state.scene.cards.keys()], inView);
    expect(elements.size).toBe(mostElements);
    for (const key of elements) expect(state.scene.cards.get(key)?.y).toBeGreaterThanOrEqual(2_900);
  });

  it("near are those in view, sixty at most", () => {
    const few = elementsOf(stateOf(1_000, { far: false }), [], { x: 0, y: 0, width: 900, height: 400 });
    expect(few.size).toBeGreaterThan(8);
    expect(few.size).toBeLessThan(25);
    expect(elementsOf(stateOf(1_000, { far: false }), [], all).size).toBe(mostElements);
  });

  it("stand in the order of the scene, so that none is moved in the page", () => {
    const state = stateOf(50, { far: true, tabStop: "S40", under: "S2" });
    expect([...elementsOf(state, ["S30", "S10"], all)]).toEqual(["S2", "S10", "S30", "S40"]);
  });

  it("are none that is gone", () => {
    expect(elementsOf(stateOf(3, { far: true, tabStop: "Gone" }), ["Lost"], all).size).toBe(0);
  });
});

describe("the step under a point", () => {
  const cards = cardsOf(200);

  it("is the one whose card holds it", () => {
    expect(cardAt(cards, { x: 260, y: 160 })?.key).toBe("S41");
    expect(cardAt(cards, { x: 240, y: 160 })).toBeNull();
    expect(cardAt(new Map(), { x: 0, y: 0 })).toBeNull();
  });

  it("is the card before the box around it, and the inner box before the outer", () => {
    const card = cards.get("S0") as SceneCard;
    const box = { ...card, shape: { ...shape, box: true }, width: 600, height: 600 };
    const boxes = new Map([
      ["Outer", { ...box, key: "Outer" }],
      ["Inner", { ...box, key: "Inner", depth: 1, width: 300, height: 300 }],
      ["Step", { ...card, key: "Step", depth: 2 }],
    ]);
    expect(cardAt(boxes, { x: 50, y: 50 })?.key).toBe("Step");
    expect(cardAt(boxes, { x: 250, y: 250 })?.key).toBe("Inner");
    expect(cardAt(boxes, { x: 500, y: 500 })?.key).toBe("Outer");
  });
});
