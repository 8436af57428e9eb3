import { sameValue } from "../../definition/value";
import type { Graph } from "../../graph/deriveGraph";
import type { StepEntry } from "../../graph/stepTree";

export interface Doubled {
  readonly entry: StepEntry;
  /** The first step of that name. */
  readonly first: StepEntry;
  /** True where it is the first step once more, in another list: not a second step by the same name. */
  readonly isSameStep: boolean;
}

/** The steps whose name an earlier one has. */
export function stepsOfOneName(graph: Graph): readonly Doubled[] {
  const doubled: Doubled[] = [];
  for (const entry of graph.steps) {
    const first = entry.name === "" || entry.key === entry.name ? undefined : graph.byKey.get(entry.name);
    if (first === undefined) continue;
    const elsewhere = entry.parent !== first.parent || entry.slot !== first.slot;
    doubled.push({ entry, first, isSameStep: elsewhere && sameValue(entry.step, first.step) });
  }
  return doubled;
}
