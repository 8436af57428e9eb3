import type { Graph } from "../../graph/deriveGraph";
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
  const depthOf = (key: string, seen: ReadonlySet<string>): number => {
    const known = depth.get(key);
    if (known !== undefined) return known;
    const before = (graph.into.get(key) ?? []).filter(({ from }) => outer.has(from) && !seen.has(from));
    const at = Math.max(-1, ...before.map(({ from }) => depthOf(from, new Set([...seen, key])))) + 1;
    depth.set(key, at);
    return at;
  };
  for (const entry of steps) {
    const at = depthOf(entry.key, new Set());
    layers[at] = (layers[at] ?? 0) + 1;
    height += shapeOf(entry).height + gap.down;
  }
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
