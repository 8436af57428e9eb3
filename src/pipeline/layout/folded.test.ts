import { describe, expect, it } from "vitest";
import { measured } from "../../testing/layouts";
import { documentOf } from "../../testing/load";
import { condition, equal, forEach, lambda } from "../../testing/steps";
import { foldSlots } from "../edits/folded";
import type { Rect } from "./rect";
import { routeLines } from "./route";
import { buildScene, emptyScene, heldBy, type Scene } from "./scene";
import { slotAt } from "./slotAreas";
import { spotInSlot } from "./slotPositions";

/** First → Gate (True: Yes → More, a loop in it; False: No) → Last reads More. */
const document = documentOf([
  lambda("First"),
  condition(
    "Gate",
    [equal],
    [lambda("Yes"), { ...lambda("More"), DependsOn: ["Yes", "First"] }, forEach("Loop", [lambda("Body")])],
    [lambda("No")],
  ),
  { ...lambda("Last"), DependsOn: ["More"] },
]);
const { graph, shapeOf } = measured(document);
const positions = new Map(graph.keys.map((key, index) => [key, { x: index * 320, y: index % 2 ? 300 : 0 }]));

function sceneWith(folded: ReadonlyMap<string, readonly string[]>, before: Scene = emptyScene): Scene {
  return buildScene(graph.steps, (key) => positions.get(key) ?? { x: 0, y: 0 }, shapeOf, before, undefined, folded);
}
const open = sceneWith(new Map());
const foldedGate = foldSlots("Gate", ["IfSteps"], true)(document).folded;
const foldedLoop = foldSlots("Loop", ["ForEachBody"], true)(document).folded;

describe("a folded branch", () => {
  const scene = sceneWith(foldedGate, open);
  const frame = scene.lanes.get("Gate/IfSteps");
  const lines = [...routeLines(graph, scene, []).values()];

  it("is a small frame where its area begins; no other step moves", () => {
    const lane = open.lanes.get("Gate/IfSteps");
    expect(frame).toMatchObject({ x: lane?.x, y: lane?.y, folded: 3 });
    expect(frame?.width).toBeLessThan(200);
    expect([...scene.cards.keys()]).toEqual(["First", "Gate", "No", "Last"]);
    for (const [key, card] of scene.cards) expect(card).toBe(open.cards.get(key));
    expect(scene.lanes.get("Gate/ElseSteps")).toBe(open.lanes.get("Gate/ElseSteps"));
  });

  it("stands for all that lies in it, in a loop within it too", () => {
    expect(frame && heldBy(scene.hidden, frame)).toEqual(["Yes", "More", "Loop", "Body"]);
  });

  it("is where the wires to its steps end; those inside it are gone", () => {
    const ends = lines.map(({ line, curve }) => `${line.from}→${line.to} ${curve.from.x},${curve.to.x}`);
    const at = (key: string, side: "from" | "to") => lines.find(({ line }) => line[side] === key)?.curve[side].x;
    expect(at("Last", "to")).toBe(scene.cards.get("Last")?.x);
    expect(lines.find(({ line }) => line.from === "More")?.curve.from.x).toBe((frame?.x ?? 0) + (frame?.width ?? 0));
    expect(lines.find(({ line }) => line.from === "First")?.curve.to).toEqual({
      x: frame?.x,
      y: (frame?.y ?? 0) + (frame?.height ?? 0) / 2,
    });
    expect(ends.filter((end) => end.startsWith("Yes→More") || end.startsWith("Loop→Body"))).toEqual([]);
  });

  it("gives back the very scene when it is unfolded", () => {
    const again = sceneWith(new Map(), scene);
    expect([...again.cards.values()]).toEqual([...open.cards.values()]);
    expect(again.cards.get("Yes")).toBe(open.cards.get("Yes"));
    expect(again.hidden.size).toBe(0);
  });

  it("is the same scene again where nothing changed", () => {
    expect(sceneWith(foldedGate, scene)).toBe(scene);
  });
});

describe("a folded loop", () => {
  it("is a card with a row that counts its steps, and none of its wires goes into itself", () => {
    const scene = sceneWith(foldedLoop, open);
    const card = scene.cards.get("Loop");
    expect(card?.shape).toMatchObject({ box: false, slots: [], foldTop: expect.any(Number) });
    expect(card?.height).toBeLessThan(open.cards.get("Loop")?.height ?? 0);
    expect(card && heldBy(scene.hidden, card)).toEqual(["Body"]);
    const lines = [...routeLines(graph, scene, []).values()];
    expect(lines.filter(({ line }) => line.from === "Loop" || line.to === "Body")).toEqual([]);
  });
});

describe("what is let go over something folded", () => {
  const middle = ({ x, y, width, height }: Rect) => ({ x: x + width / 2, y: y + height / 2 });

  it("comes into the branch, behind the steps that are folded away there", () => {
    const scene = sceneWith(foldedGate, open);
    const frame = scene.lanes.get("Gate/IfSteps");
    const gate = scene.cards.get("Gate");
    if (frame === undefined || gate === undefined) throw new Error("The frame is not there.");
    expect(slotAt(scene, middle(frame), new Set())).toMatchObject({ container: "Gate", slot: "IfSteps", held: false });
    const ends = ["Yes", "More", "Loop"].map(
      (key) => (open.cards.get(key)?.x ?? 0) + (open.cards.get(key)?.width ?? 0),
    );
    expect(spotInSlot(scene, gate, { container: "Gate", slot: "IfSteps" }, []).x).toBeGreaterThan(Math.max(...ends));
  });

  it("comes into the loop, whose card it is over", () => {
    const scene = sceneWith(foldedLoop, open);
    const loop = scene.cards.get("Loop");
    if (loop === undefined) throw new Error("The loop is not there.");
    expect(slotAt(scene, middle(loop), new Set())).toMatchObject({
      container: "Loop",
      slot: "ForEachBody",
      held: false,
    });
    expect(slotAt(scene, middle(loop), new Set(["Loop"]))?.container).not.toBe("Loop");
  });
});
