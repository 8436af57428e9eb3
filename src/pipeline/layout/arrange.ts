import type { Layout, Position } from "../definition/document";
import type { Graph } from "../graph/deriveGraph";
import { topologicalOrder } from "../graph/order";
import type { StepEntry } from "../graph/stepTree";
import type { CardShape } from "./cardShape";
import { between, inColumns } from "./columns";
import { boundsOf, grown, overlaps, type Rect } from "./rect";
import { inside } from "./scene";

/**
 * Places for the steps that have none: right of what they wait for, in a free place; without such, below everything.
 * Steps that have a place keep it. A first view only: tidy does it well.
 */
export function arrange(graph: Graph, placed: Layout, shapeOf: (entry: StepEntry) => CardShape): Layout {
  if (graph.steps.every(({ key }) => placed.has(key))) return placed;
  const positions = new Map<string, Position>();
  const rects = new Map<string, Rect>();
  const put = (entry: StepEntry, position: Position) => {
    const { width, height } = shapeOf(entry);
    positions.set(entry.key, position);
    rects.set(entry.key, { ...position, width, height });
  };
  for (const entry of graph.steps) {
    const position = placed.get(entry.key);
    if (position !== undefined) put(entry, position);
  }
  if (positions.size === 0) return inColumns(graph, shapeOf);
  for (const key of topologicalOrder(graph)) {
    const entry = graph.byKey.get(key);
    if (entry === undefined || positions.has(key)) continue;
    const wanted = wantedPosition(entry, graph, rects, shapeOf);
    const container = entry.parent === null ? undefined : graph.byKey.get(entry.parent);
    const box = container !== undefined && shapeOf(container).box ? container.key : null;
    put(entry, freePosition(wanted, shapeOf(entry), box, rects));
  }
  return positions;
}

function wantedPosition(
  entry: StepEntry,
  graph: Graph,
  rects: ReadonlyMap<string, Rect>,
  shapeOf: (entry: StepEntry) => CardShape,
): Position {
  const upstream = (graph.into.get(entry.key) ?? []).flatMap(({ from }) =>
    from === entry.parent ? [] : (rects.get(from) ?? []),
  );
  const container = entry.parent === null ? undefined : graph.byKey.get(entry.parent);
  const enclosing = entry.parent === null ? undefined : rects.get(entry.parent);
  if (container !== undefined && enclosing !== undefined && upstream.length === 0) {
    const shape = shapeOf(container);
    if (shape.box) return { x: enclosing.x + inside.box.left, y: enclosing.y + shape.height + inside.box.top };
    return { x: enclosing.x + enclosing.width + between.across, y: enclosing.y };
  }
  if (upstream.length > 0) {
    return {
      x: Math.max(...upstream.map(({ x, width }) => x + width)) + between.across,
      y: Math.min(...upstream.map(({ y }) => y)),
    };
  }
  const all = boundsOf(rects.values());
  return all === null ? { x: 0, y: 0 } : { x: all.x, y: all.y + all.height + between.down };
}

/** Moves down until nothing is in the way; the box around a step does not stand in its way. */
function freePosition(
  wanted: Position,
  { width, height }: CardShape,
  box: string | null,
  rects: ReadonlyMap<string, Rect>,
): Position {
  const others = [...rects].filter(([key]) => key !== box).map(([, rect]) => grown(rect, between.down / 2));
  let y = wanted.y;
  for (;;) {
    const at = { x: wanted.x, y, width, height };
    const hit = others.find((other) => overlaps(at, other));
    if (hit === undefined) return { x: wanted.x, y };
    y = hit.y + hit.height + 1;
  }
}
