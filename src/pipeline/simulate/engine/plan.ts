/** What of a run follows from the definition alone: who waits for whom, and what each step is sent. */
import { entries, get, type ObjectValue, objectOf, type Value } from "../../definition/value";
import { deriveGraph, type Edge, type Graph } from "../../graph/deriveGraph";
import type { StepEntry } from "../../graph/stepTree";
import { stepTypeOf } from "../../steps";

export interface RunPlan {
  readonly graph: Graph;
  /** Steps that wait at the start: all but those in the body of a ForEach, which come with its items. */
  readonly atStart: readonly StepEntry[];
  /** The steps of each ForEach's body, by the ForEach's key. */
  readonly bodies: ReadonlyMap<string, readonly StepEntry[]>;
}

export function planOf(definition: ObjectValue): RunPlan {
  const graph = deriveGraph(definition);
  const bodies = new Map<string, StepEntry[]>();
  const atStart: StepEntry[] = [];
  for (const entry of graph.steps) {
    const loop = enclosingLoop(graph, entry);
    if (loop === null) atStart.push(entry);
    else bodies.set(loop, [...(bodies.get(loop) ?? []), entry]);
  }
  return { graph, atStart, bodies };
}

/** The nearest ForEach in whose body a step lies, null where there is none. */
export function enclosingLoop(graph: Graph, entry: StepEntry): string | null {
  for (let at = entry; at.parent !== null; ) {
    const parent = graph.byKey.get(at.parent);
    if (parent === undefined) return null;
    if (slotOf(parent, at)?.edge === "each") return parent.key;
    at = parent;
  }
  return null;
}

function slotOf(container: StepEntry, child: StepEntry) {
  return stepTypeOf(container.type).slots.find(({ key }) => key === child.slot);
}

/** The outcome that a Condition must have for a step in one of its slots to run; null for a step in no branch. */
export function branchOf(edge: Edge): boolean | null {
  const branch = edge.reasons.find(({ kind }) => kind === "branch");
  if (branch === undefined || branch.kind !== "branch") return null;
  return branch.slot === "IfSteps";
}

/**
 * The triggers by which one step waits for another. A reference alone waits for success; beside a `DependsOn` it follows that one's
 * trigger, so that a step which runs on a failure can read the name of the job that failed.
 */
export function triggersOf(edge: Edge): readonly string[] {
  const written = edge.reasons.flatMap((reason) => (reason.kind === "order" ? [reason.trigger] : []));
  if (written.length > 0) return written;
  return edge.reasons.some(({ kind }) => kind === "data") ? ["Completed"] : [];
}

/** A step's own part of its `Arguments`: what lies in its slots speaks for itself. */
export function ownArguments({ step, type }: StepEntry): Value {
  const slots = new Set(stepTypeOf(type).slots.map(({ key }) => key));
  const args = get(step, "Arguments") ?? {};
  if (slots.size === 0) return args;
  return objectOf(entries(args).filter(([key]) => !slots.has(key)));
}
