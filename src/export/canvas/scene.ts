import { portsOf, type StepPorts } from "../../pipeline/card/ports";
import type { Overlay } from "../../pipeline/compare/overlay";
import type { Note, PipelineDocument } from "../../pipeline/definition/document";
import { deriveGraph, type Graph } from "../../pipeline/graph/deriveGraph";
import { arrange } from "../../pipeline/layout/arrange";
import { type Frame, framesOf } from "../../pipeline/layout/frames";
import { boundsOf, type Rect } from "../../pipeline/layout/rect";
import { drawnBounds, type RoutedLine, routeLines } from "../../pipeline/layout/route";
import { buildScene, type Scene } from "../../pipeline/layout/scene";
import type { ApiModels } from "../../pipeline/schema/model";
import { shapesIn } from "./shapes";

/** All of a canvas: where everything stands, computed as the page computes it. */
export interface Drawing {
  readonly graph: Graph;
  readonly scene: Scene;
  readonly lines: readonly RoutedLine[];
  readonly frames: readonly Frame[];
  readonly notes: readonly Note[];
  readonly bounds: Rect | null;
  readonly portsOf: (key: string) => StepPorts;
  /** What differs between the two versions that it shows; null where it shows one. */
  readonly overlay: Overlay | null;
}

/** Steps without a place are put where there is room. */
export function drawingOf(document: PipelineDocument, models: ApiModels, overlay: Overlay | null = null): Drawing {
  const graph = overlay?.graph ?? deriveGraph(document.definition);
  const ports = (key: string) => portsOf(document, models, key);
  const shapeOf = shapesIn(document, models);
  const places = arrange(graph, document.layout, shapeOf);
  const scene = buildScene(graph.steps, (key) => places.get(key) ?? { x: 0, y: 0 }, shapeOf);
  const routed = routeLines(graph, scene, document.ways);
  const lines = [...routed.values()].filter(({ implied }) => !implied);
  const frames = framesOf(document.groups, scene);
  const { notes } = document;
  const drawn = drawnBounds(scene, routed);
  const bounds = boundsOf([
    ...(drawn === null ? [] : [drawn]),
    ...frames,
    ...notes.map(({ place, size }) => ({ ...place, ...size })),
  ]);
  return { graph, scene, lines, frames, notes, bounds, portsOf: ports, overlay };
}
