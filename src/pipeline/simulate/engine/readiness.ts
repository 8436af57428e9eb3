import { get, isNumber } from "../../definition/value";
import type { Edge } from "../../graph/deriveGraph";
import { branchOf, enclosingLoop, triggersOf } from "./plan";
import { type Run, runName, type StepRun, type Waiting } from "./run";

/** What is decided of a waiting step: it may start, or an upstream step ended, or stayed out, in a way that rules it out for good. */
export type Verdict = "ready" | "never";

export function verdictOf(run: Run, name: string): Verdict | undefined {
  return run.closed ? "never" : run.verdicts.get(name);
}

/**
 * Judges waiting steps anew after something happened: `names` are steps that began to wait, or that others may have waited for.
 * Costs what it touches: a step is judged when one of its upstream steps ended, not at every event.
 */
export function judge(run: Run, names: Iterable<string>): Run {
  const verdicts = new Map(run.verdicts);
  const judged: Run = { ...run, verdicts };
  const queue = [...names];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const step = run.waiting.get(name);
    if (step !== undefined) {
      if (verdicts.has(name)) continue;
      const verdict = verdictNow(judged, step);
      if (verdict === undefined) continue;
      verdicts.set(name, verdict);
      if (verdict === "ready") continue;
    }
    queue.push(...dependantsOf(run, name));
  }
  return judged;
}

function verdictNow(run: Run, step: Waiting): Verdict | undefined {
  let undecided = false;
  for (const edge of run.plan.graph.into.get(step.entry.key) ?? []) {
    // Its own ForEach is executing while it runs: that edge is no wait.
    if (edge.from === step.iteration?.forEach) continue;
    const verdict = verdictOfEdge(run, edge, runName(run, edge.from, step.iteration));
    if (verdict === "never") return "never";
    if (verdict === undefined) undecided = true;
  }
  return undecided ? undefined : "ready";
}

function verdictOfEdge(run: Run, edge: Edge, name: string): Verdict | undefined {
  const upstream = run.started.get(name);
  if (upstream === undefined) return run.waiting.has(name) && run.verdicts.get(name) !== "never" ? undefined : "never";
  if (upstream.status === "Executing") return undefined;
  const branch = branchOf(edge);
  if (branch !== null && upstream.outcome !== branch) return "never";
  return triggersOf(edge).every((trigger) => fires(trigger, upstream)) ? "ready" : "never";
}

/** The names under which the steps behind one wait: in every iteration, where it lies outside their ForEach. */
function dependantsOf(run: Run, name: string): readonly string[] {
  const { graph } = run.plan;
  const known = run.started.get(name) ?? run.waiting.get(name);
  const key = known?.entry.key ?? name;
  return (graph.outOf.get(key) ?? []).flatMap(({ to }) => {
    const entry = graph.byKey.get(to);
    const loop = entry === undefined ? null : enclosingLoop(graph, entry);
    if (loop === null) return [to];
    if (known?.iteration?.forEach === loop) return [`${to}-${known.iteration.index}`];
    return Array.from({ length: run.iterations.get(loop) ?? 0 }, (_, index) => `${to}-${index}`);
  });
}

/** Whether an upstream step that ended lets its dependant run. */
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

/** The steps that may start now, within the limits of the execution and of each ForEach. */
export function readySteps(run: Run): readonly Waiting[] {
  const candidates = [...run.waiting.values()].filter(({ name }) => verdictOf(run, name) === "ready");
  if (candidates.length === 0) return [];
  let room = (run.input.maxParallel ?? Number.POSITIVE_INFINITY) - executingSteps(run);
  const open = run.iterations.size === 0 ? new Map() : openIterations(run);
  const ready: Waiting[] = [];
  for (const step of candidates) {
    if (room <= 0) break;
    if (step.iteration !== null && !takesPlace(run, open, step.iteration)) continue;
    ready.push(step);
    room--;
  }
  return ready;
}

/** A ForEach only waits for its iterations: it takes no place of its own. */
function executingSteps(run: Run): number {
  let count = 0;
  for (const { name, status } of run.started.values())
    if (status === "Executing" && !run.plan.bodies.has(name)) count++;
  return count;
}

type OpenIterations = Map<string, Set<number>>;

/** Iterations that have begun and are not over, by their ForEach. */
function openIterations(run: Run): OpenIterations {
  const open: OpenIterations = new Map();
  const started = [...run.started.values()];
  const begun = new Set(started.map(({ iteration }) => keyOf(iteration)));
  const unfinished = [
    ...started.filter(({ status }) => status === "Executing"),
    ...[...run.waiting.values()].filter(({ name }) => verdictOf(run, name) !== "never"),
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
