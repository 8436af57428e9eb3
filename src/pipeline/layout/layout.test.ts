import { describe, expect, it } from "vitest";
import { corpus, corpusText } from "../../testing/fixtures";
import { measured } from "../../testing/layouts";
import { definitionOf, documentOf } from "../../testing/load";
import { createDocument, type Position } from "../definition/document";
import { arrange } from "./arrange";
import { framesOf } from "./frames";
import { overlaps } from "./rect";
import { routeLines } from "./route";
import { buildScene } from "./scene";

function read(text: string) {
  return measured(createDocument("d", "d", definitionOf(text)));
}

describe("tidy", () => {
  it("lays steps that nothing connects out in rows, not in one column", async () => {
    const Steps = Array.from({ length: 28 }, (_, index) => ({ Name: `Step${index}`, Type: "Lambda", Arguments: {} }));
    const { sceneAt, tidied } = measured(documentOf(Steps));
    const { bounds } = sceneAt((await tidied()).layout);
    const ratio = (bounds?.width ?? 0) / (bounds?.height ?? 1);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(4);
  });
});

describe("a group", () => {
  it("stays together when its pipeline is tidied: no other card stands in its frame, connected or not", async () => {
    const document = createDocument("d", "d", definitionOf(corpusText("fan-out-60")));
    const steps = ["Clean-03", "Clean-19", "Train-07"];
    const { sceneAt, tidied } = measured({
      ...document,
      groups: [{ id: "group-1", title: "Some", colour: "blue", steps }],
    });
    const scene = sceneAt((await tidied()).layout);
    const [frame] = framesOf([{ id: "group-1", title: "Some", colour: "blue", steps }], scene);
    const within = [...scene.cards.values()].filter((card) => frame !== undefined && overlaps(card, frame));
    expect(within.map(({ key }) => key).sort()).toEqual(steps);
  });
});

describe("the places of steps that have none", () => {
  it.each(corpus())("$name: each has one, off the others", ({ text }) => {
    const { graph, shapeOf } = read(text);
    const positions = arrange(graph, new Map(), shapeOf);
    expect(positions.size).toBe(graph.steps.length);
    const rects = graph.steps.map((entry) => ({ ...(positions.get(entry.key) as Position), ...shapeOf(entry) }));
    const hits = rects.flatMap((left, index) =>
      rects.slice(index + 1).filter((right) => overlaps(left, right) && !left.box && !right.box),
    );
    expect(hits).toEqual([]);
  });

  it("leaves the steps that have a place where they are", () => {
    const { graph, shapeOf } = read(corpusText("lambda-training-model"));
    const [first] = graph.steps;
    const positions = arrange(graph, new Map([[first?.key ?? "", { x: 333, y: 444 }]]), shapeOf);
    expect(positions.get(first?.key ?? "")).toEqual({ x: 333, y: 444 });
  });
});

describe("lines", () => {
  it("run from port to port on the ways of the layout, and keep their objects while their steps stand still", async () => {
    const { graph, shapeOf, sceneAt, tidied } = read(corpusText("abalone"));
    const { layout, ways } = await tidied();
    const scene = sceneAt(layout);
    const lines = routeLines(graph, scene, ways);
    expect(lines.size).toBeGreaterThan(0);
    for (const { curve, line, implied } of lines.values()) {
      const [from, to] = [scene.cards.get(line.from), scene.cards.get(line.to)];
      expect(curve.from.x).toBe((from?.x ?? 0) + (from?.width ?? 0));
      expect(curve.to.x).toBe(to?.x);
      expect([line.id, implied || curve.way !== undefined]).toEqual([line.id, true]);
    }
    const again = buildScene(graph.steps, (key) => layout.get(key) as Position, shapeOf, scene);
    expect(routeLines(graph, again, ways, lines)).toBe(lines);
  });

  it("leave the layout's way where a step that they join is moved, and take it again where it comes back", async () => {
    const { graph, sceneAt, tidied } = read(corpusText("abalone"));
    const { layout, ways } = await tidied();
    const moved = new Map(layout).set("TrainAbaloneModel", { x: -500, y: -500 });
    const wayed = (positions: typeof layout) =>
      [...routeLines(graph, sceneAt(positions), ways).values()].filter(({ curve }) => curve.way !== undefined);
    const joins = ({ line }: { line: { from: string; to: string } }) =>
      line.from === "TrainAbaloneModel" || line.to === "TrainAbaloneModel";
    expect(wayed(layout).some(joins)).toBe(true);
    expect(wayed(moved).some(joins)).toBe(false);
    expect(wayed(moved)).toHaveLength(wayed(layout).filter((line) => !joins(line)).length);
    expect(wayed(layout)).toEqual(wayed(new Map(layout)));
  });
});
