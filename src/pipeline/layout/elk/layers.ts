import type { Graph } from "../../graph/deriveGraph";
import { topologicalOrder } from "../../graph/order";
import type { StepEntry } from "../../graph/stepTree";
import { type CardShape, card } from "../cardShape";
import type { Room } from "../rows";
import { gap } from "./gap";
import type { Part } from "./parts";

/**
 * How many steps a layer may have, so that a part does not become a tower in a room that is wide; null where it does not anyway. Reckoned
 * from how far each step is from the beginning: where steps fan out, they stand in several layers.
 */
export function mostInLayer(
  { steps }: Part,
  graph: Graph,
  shapeOf: (entry: StepEntry) => CardShape,
  room: Room,
): number | null {
  const outer = new Set(steps.map(({ key }) => key));
  const depth = new Map<string, number>();
  const layers: number[] = [];
  let height = 0;
  for (const key of topologicalOrder(graph)) {
    if (!outer.has(key)) continue;
    let at = 0;
    for (const { from } of graph.into.get(key) ?? []) at = Math.max(at, (depth.get(from) ?? -1) + 1);
    depth.set(key, at);
    layers[at] = (layers[at] ?? 0) + 1;
  }
  for (const entry of steps) height += shapeOf(entry).height + gap.down;
  const each = height / steps.length;
  const ratio = (most: number) => {
    const across = layers.reduce((sum, count) => sum + Math.ceil(count / most), 0);
    return (across * (card.widest + gap.across)) / (Math.min(most, Math.max(...layers)) * each);
  };
  const wanted = room.width / room.height;
  let most = Math.max(...layers);
  if (ratio(most) > wanted / 2) return null;
  while (most > 2 && ratio(most) < wanted) most--;
  return most;
}
