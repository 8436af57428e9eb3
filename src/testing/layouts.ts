/** Documents as they are laid out, with elk itself in place of its worker. */
import type { ElkNode as LaidOut } from "elkjs/lib/elk-api";
import { portsOf } from "../pipeline/card/ports";
import type { Layout, PipelineDocument } from "../pipeline/definition/document";
import { deriveGraph } from "../pipeline/graph/deriveGraph";
import type { StepEntry } from "../pipeline/graph/stepTree";
import { type CardShape, cardShape } from "../pipeline/layout/cardShape";
import type { RunElk } from "../pipeline/layout/elk/elkNode";
import { allLines } from "../pipeline/layout/route";
import type { Room } from "../pipeline/layout/rows";
import { buildScene } from "../pipeline/layout/scene";
import { type Tidied, tidy } from "../pipeline/layout/tidy";

/** What a window of 1440 × 900 leaves for the steps: beside palette and inspector, within the margins, above the tools. */
export const usualRoom: Room = { width: 716, height: 700 };

export const runElk: RunElk = async (graph) => {
  const { default: Elk } = await import("elkjs/lib/main.js");
  return new Elk().layout(structuredClone(graph) as LaidOut);
};

/** A document's steps as the layout takes them, and the scene that places of theirs make. */
export function measured(document: PipelineDocument) {
  const graph = deriveGraph(document.definition);
  const shapes = new Map<string, CardShape>();
  const shapeOf = (entry: StepEntry) => {
    const shape = shapes.get(entry.key) ?? cardShape(entry, portsOf(document, new Map(), entry.key));
    shapes.set(entry.key, shape);
    return shape;
  };
  const sceneAt = (positions: Layout) =>
    buildScene(graph.steps, (key) => positions.get(key) ?? { x: Number.NaN, y: 0 }, shapeOf);
  const tidied = (room = usualRoom): Promise<Tidied> =>
    tidy(graph, shapeOf, allLines(graph), document.groups, room, runElk);
  return { document, graph, shapeOf, sceneAt, tidied };
}
