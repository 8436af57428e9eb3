import type { Line } from "../../card/lines";
import type { Group } from "../../definition/document";
import type { Graph } from "../../graph/deriveGraph";
import type { StepEntry } from "../../graph/stepTree";

/** Steps outside of all containers that edges connect, theirs or those of the steps inside them, and these edges. */
export interface Part {
  readonly steps: StepEntry[];
  readonly lines: Line[];
}

/** The parts of a graph in the order of their first steps. Steps that a person grouped are in one. */
export function partsOf({ steps, byKey }: Graph, lines: readonly Line[], groups: readonly Group[]): readonly Part[] {
  const outermost = (key: string): string => {
    const parent = byKey.get(key)?.parent ?? null;
    return parent === null ? key : outermost(parent);
  };
  const joined = new Map<string, string>();
  const partOf = (key: string): string => {
    const next = joined.get(key);
    if (next === undefined) return key;
    const last = partOf(next);
    // The next to ask goes there at once.
    joined.set(key, last);
    return last;
  };
  const join = (from: string, to: string) => {
    const [left, right] = [partOf(outermost(from)), partOf(outermost(to))];
    if (left !== right) joined.set(right, left);
  };
  for (const { from, to } of lines) join(from, to);
  for (const { steps: held } of groups) {
    const [first, ...others] = held.filter((key) => byKey.has(key));
    for (const other of others) if (first !== undefined) join(first, other);
  }
  const found = new Map<string, Part>();
  const part = (key: string): Part => {
    const name = partOf(outermost(key));
    const there = found.get(name) ?? { steps: [], lines: [] };
    found.set(name, there);
    return there;
  };
  for (const entry of steps) if (entry.parent === null) part(entry.key).steps.push(entry);
  for (const line of lines) part(line.from).lines.push(line);
  return [...found.values()];
}
