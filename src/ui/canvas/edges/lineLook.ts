import type { Line } from "../../../pipeline/card/lines";

/** True for a line between two steps that follow each other in a cycle. */
export function joinsCycle(cycle: readonly string[], { from, to }: Line): boolean {
  const at = cycle.indexOf(from);
  return at >= 0 && cycle[(at + 1) % cycle.length] === to;
}
