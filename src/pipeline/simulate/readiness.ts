import { get, isNumber } from "../definition/value";
import type { Edge } from "../graph/deriveGraph";
import { branchOf, triggersOf } from "./plan";
import { type Run, runName, type StepRun, type Waiting } from "./run";

/** `ready`: may start now; `waiting`: may come later; `never`: an upstream step ended, or stayed out, in a way that rules it out. */
export type Readiness = "ready" | "waiting" | "never";

/** Tells of every waiting step whether it may start, by its name. Parallelism is not looked at. */
export function readinessOf(run: Run): ReadonlyMap<string, Readiness> {
  const known = new Map<string, Readiness>();
  const byName = new Map(run.waiting.map((step) => [step.name, step]));
  for (const step of run.waiting) judge(run, step, byName, known);
  return known;
}

function judge(
  run: Run,
  step: Waiting,
  byName: ReadonlyMap<string, Waiting>,
  known: Map<string, Readiness>,
): Readiness {
  const before = known.get(step.name);
  if (before !== undefined) return before;
  if (run.closed) {
    known.set(step.name, "never");
    return "never";
  }
  // A step that is met again while it is judged waits for itself: a cycle, in which nothing ever starts.
  known.set(step.name, "never");
  let readiness: Readiness = "ready";
  for (const edge of run.plan.graph.into.get(step.entry.key) ?? []) {
    // Its own ForEach is executing while it runs: that edge is no wait.
    if (edge.from === step.iteration?.forEach) continue;
    const name = runName(run, edge.from, step.iteration);
    const one = judgeEdge(edge, run.started.get(name), () => {
      const other = byName.get(name);
      return other === undefined ? "never" : judge(run, other, byName, known);
    });
    if (one === "never") {
      readiness = "never";
      break;
    }
    if (one === "waiting") readiness = "waiting";
  }
  known.set(step.name, readiness);
  return readiness;
}

function judgeEdge(edge: Edge, upstream: StepRun | undefined, whileWaiting: () => Readiness): Readiness {
  if (upstream === undefined) return whileWaiting() === "never" ? "never" : "waiting";
  if (upstream.status === "Executing") return "waiting";
  const branch = branchOf(edge);
  if (branch !== null && upstream.outcome !== branch) return "never";
  return triggersOf(edge).every((trigger) => fires(trigger, upstream)) ? "ready" : "never";
}

/** Whether an upstream step that ended lets its dependant run (pipeline-definition 2.0.4). */
export function fires(trigger: string, { status }: StepRun): boolean {
  switch (trigger) {
    case "Any":
      return true;
    case "Failed":
      return status === "Failed";
    case "Stopped":
      return status === "Stopped";
    default:
      return status === "Succeeded";
  }
}

/** The steps that may start now, in document order, within the limits of the execution and of each ForEach. */
export function readySteps(run: Run): readonly Waiting[] {
  const readiness = readinessOf(run);
  const executing = [...run.started.values()].filter(({ status }) => status === "Executing");
  const busy = executing.filter(({ name }) => !run.plan.bodies.has(name)).length;
  let room = (run.input.maxParallel ?? Number.POSITIVE_INFINITY) - busy;
  const open = openIterations(run, readiness);
  const ready: Waiting[] = [];
  for (const step of run.waiting) {
    if (readiness.get(step.name) !== "ready" || room <= 0) continue;
    if (step.iteration !== null && !takesPlace(run, open, step.iteration)) continue;
    ready.push(step);
    room--;
  }
  return ready;
}

type OpenIterations = Map<string, Set<number>>;

/** Iterations that have begun and are not over, by their ForEach. */
function openIterations(run: Run, readiness: ReadonlyMap<string, Readiness>): OpenIterations {
  const open: OpenIterations = new Map();
  const begun = new Set([...run.started.values()].map(({ iteration }) => iteration).map(keyOf));
  const unfinished = [
    ...[...run.started.values()].filter(({ status }) => status === "Executing"),
    ...run.waiting.filter(({ name }) => readiness.get(name) !== "never"),
  ];
  for (const { iteration } of unfinished) {
    if (iteration === null || !begun.has(keyOf(iteration))) continue;
    const indices = open.get(iteration.forEach) ?? new Set();
    indices.add(iteration.index);
    open.set(iteration.forEach, indices);
  }
  return open;
}

function keyOf(iteration: Waiting["iteration"]): string {
  return iteration === null ? "" : `${iteration.forEach}/${iteration.index}`;
}

function takesPlace(run: Run, open: OpenIterations, iteration: NonNullable<Waiting["iteration"]>): boolean {
  const indices = open.get(iteration.forEach) ?? new Set<number>();
  if (indices.has(iteration.index)) return true;
  const limit = get(run.started.get(iteration.forEach)?.request, "MaxConcurrency");
  if (isNumber(limit) && indices.size >= Number(limit)) return false;
  indices.add(iteration.index);
  open.set(iteration.forEach, indices);
  return true;
}
