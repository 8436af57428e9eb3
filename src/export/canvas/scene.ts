import { type OutputPort, portsOf } from "../../pipeline/card/ports";
import { createDocument, type Layout } from "../../pipeline/definition/document";
import type { ObjectValue } from "../../pipeline/definition/value";
import { deriveGraph, type Graph } from "../../pipeline/graph/deriveGraph";
import type { StepEntry } from "../../pipeline/graph/stepTree";
import { arrange } from "../../pipeline/layout/arrange";
import { type CardPorts, type CardShape, cardShape } from "../../pipeline/layout/cardShape";
import type { Rect } from "../../pipeline/layout/rect";
import { drawnBounds, type RoutedLine, routeLines } from "../../pipeline/layout/route";
import { buildScene, type Scene } from "../../pipeline/layout/scene";
import type { ApiModels } from "../../pipeline/schema/model";

/** All of a canvas: where everything stands, computed as the page computes it. */
export interface Drawing {
  readonly graph: Graph;
  readonly scene: Scene;
  readonly lines: readonly RoutedLine[];
  readonly bounds: Rect | null;
  readonly portsOf: (key: string) => CardPorts & { readonly outputs: readonly OutputPort[] };
}

interface Source {
  readonly name: string;
  readonly definition: ObjectValue;
  readonly layout: Layout;
  readonly models: ApiModels;
}

/** Steps without a place are put where there is room. */
export function drawingOf({ name, definition, layout, models }: Source): Drawing {
  const graph = deriveGraph(definition);
  const document = createDocument("", name, definition);
  const ports = (key: string) => portsOf(document, models, key);
  const shapes = new Map<string, CardShape>();
  const shapeOf = (entry: StepEntry) => {
    const shape = shapes.get(entry.key) ?? cardShape(entry, { ...ports(entry.key), hiddenFields: 0 });
    shapes.set(entry.key, shape);
    return shape;
  };
  const places = arrange(graph, layout, shapeOf);
  const scene = buildScene(graph.steps, (key) => places.get(key) ?? { x: 0, y: 0 }, shapeOf);
  const routed = routeLines(graph, scene, []);
  const lines = [...routed.values()].filter(({ implied }) => !implied);
  return { graph, scene, lines, bounds: drawnBounds(scene, routed), portsOf: ports };
}
