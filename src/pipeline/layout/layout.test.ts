import type { ElkNode as LaidOut } from "elkjs/lib/elk-api";
import { describe, expect, it } from "vitest";
import { corpus, corpusText } from "../../testing/fixtures";
import { definitionOf, documentOf } from "../../testing/load";
import { portsOf } from "../card/ports";
import { createDocument, type Layout, type PipelineDocument, type Position } from "../definition/document";
import { deriveGraph } from "../graph/deriveGraph";
import { containersOf, type StepEntry } from "../graph/stepTree";
import { arrange } from "./arrange";
import { type CardShape, cardShape } from "./cardShape";
import type { ElkNode } from "./elkGraph";
import { overlaps } from "./rect";
import { allLines, routeLines } from "./route";
import { buildScene, type Scene } from "./scene";
import { tidy } from "./tidy";

async function runElk(graph: ElkNode): Promise<ElkNode> {
  const { default: Elk } = await import("elkjs/lib/main.js");
  return new Elk().layout(structuredClone(graph) as LaidOut);
}

function read(text: string) {
  return laidOut(createDocument("d", "d", definitionOf(text)));
}

function laidOut(document: PipelineDocument) {
  const graph = deriveGraph(document.definition);
  const shapes = new Map<string, CardShape>();
  const shapeOf = (entry: StepEntry) => {
    const shape = shapes.get(entry.key) ?? cardShape(entry, portsOf(document, new Map(), entry.key));
    shapes.set(entry.key, shape);
    return shape;
  };
  const sceneAt = (positions: Layout) =>
    buildScene(graph.steps, (key) => positions.get(key) ?? { x: Number.NaN, y: 0 }, shapeOf);
  return { document, graph, shapeOf, sceneAt };
}

/** Pairs of cards, boxes and lanes that lie on each other although neither holds the other. */
function collisions(scene: Scene, definition: Parameters<typeof containersOf>[0]): string[] {
  const cards = [...scene.cards.values()];
  const lanes = [...scene.lanes.values()];
  const holds = (container: string, key: string) => containersOf(definition, key).includes(container);
  const found: string[] = [];
  cards.forEach((left, index) => {
    for (const right of cards.slice(index + 1)) {
      const boxed = (left.shape.box && holds(left.key, right.key)) || (right.shape.box && holds(right.key, left.key));
      if (!boxed && overlaps(left, right)) found.push(`${left.key} × ${right.key}`);
    }
    for (const lane of lanes) {
      const boxed = left.shape.box && holds(left.key, lane.container);
      if (!holds(lane.container, left.key) && !boxed && overlaps(left, lane)) found.push(`${left.key} × ${lane.id}`);
    }
  });
  return found;
}

describe.each(corpus())("tidy of $name", ({ text }) => {
  it("puts no card on another and no foreign card into a branch or a loop", async () => {
    const { document, graph, shapeOf, sceneAt } = read(text);
    const positions = await tidy(graph, shapeOf, allLines(graph), runElk);
    expect([...positions.keys()].sort()).toEqual(graph.steps.map(({ key }) => key).sort());
    expect(collisions(sceneAt(positions), document.definition)).toEqual([]);
  });
});

describe("tidy", () => {
  it("lays steps that nothing connects out in rows, not in one column", async () => {
    const Steps = Array.from({ length: 28 }, (_, index) => ({ Name: `Step${index}`, Type: "Lambda", Arguments: {} }));
    const { graph, shapeOf, sceneAt } = laidOut(documentOf(Steps));
    const positions = await tidy(graph, shapeOf, [], runElk);
    const { bounds } = sceneAt(positions);
    const ratio = (bounds?.width ?? 0) / (bounds?.height ?? 1);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(4);
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
  it("run from port to port, and keep their objects while their steps stand still", async () => {
    const { graph, shapeOf, sceneAt } = read(corpusText("lambda-training-model"));
    const positions = await tidy(graph, shapeOf, allLines(graph), runElk);
    const scene = sceneAt(positions);
    const lines = routeLines(graph, scene);
    expect(lines.size).toBeGreaterThan(0);
    for (const { curve, line } of lines.values()) {
      const [from, to] = [scene.cards.get(line.from), scene.cards.get(line.to)];
      expect(curve.from.x).toBe((from?.x ?? 0) + (from?.width ?? 0));
      expect(curve.to.x).toBe(to?.x);
    }
    const again = routeLines(
      graph,
      buildScene(graph.steps, (key) => positions.get(key) as Position, shapeOf, scene),
      lines,
    );
    expect(again).toBe(lines);
  });
});
