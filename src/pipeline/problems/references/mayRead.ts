import { createDocument } from "../../definition/document";
import type { Graph } from "../../graph/deriveGraph";
import { topologicalOrder } from "../../graph/order";
import type { StepEntry } from "../../graph/stepTree";
import { oncePerObject } from "../../remember";
import { stepTypeOf } from "../../steps";
import { judgeWire } from "../../wiring/judge";
import type { WireSource, WireTarget } from "../../wiring/wire";
import type { Checked } from "../problem";

/** The place of each step in the order of execution. */
const ranksOf = oncePerObject(
  (order: readonly string[]): ReadonlyMap<string, number> => new Map(order.map((key, index) => [key, index])),
);

/**
 * True when a field could read an output: no cycle, and the output is there whenever the field's step runs. A step that comes later in
 * the order of execution needs no search for a cycle.
 */
export function mayRead(checked: Checked, source: WireSource & { kind: "output" }, target: WireTarget): boolean {
  const { graph } = checked;
  const from = graph.byKey.get(source.step);
  const to = graph.byKey.get(target.step);
  if (from === undefined || to === undefined || isInOtherBranch(graph, from, to)) return false;
  const ranks = ranksOf(topologicalOrder(graph));
  const isLater = (ranks.get(to.key) ?? 0) > (ranks.get(from.key) ?? 0);
  if (isLater && from.parent === null && to.parent === null) return true;
  return judgeWire(createDocument("", "", checked.definition), checked.models, source, target).ok;
}

/** True where the source lies in a branch that the target does not lie in: it may never run. */
function isInOtherBranch(graph: Graph, from: StepEntry, to: StepEntry): boolean {
  const enclosing = new Set<string>();
  for (let entry: StepEntry | undefined = to; entry?.parent != null; entry = graph.byKey.get(entry.parent)) {
    enclosing.add(`${entry.parent} ${entry.slot}`);
  }
  for (let entry: StepEntry | undefined = from; entry?.parent != null; entry = graph.byKey.get(entry.parent)) {
    const slot = entry.slot;
    const type = graph.byKey.get(entry.parent)?.type ?? "";
    const isBranch = stepTypeOf(type).slots.some(({ key, edge }) => key === slot && edge === "branch");
    if (isBranch && !enclosing.has(`${entry.parent} ${slot}`)) return true;
  }
  return false;
}
