/** The moves of a run: steps begin, steps end, and what follows from that. */

import type { ObjectValue, Value } from "../../definition/value";
import type { Edge } from "../../graph/deriveGraph";
import { findCycles } from "../../graph/order";
import { runOfType } from "../../steps/runs";
import { closeLoops, itemsOf } from "./loops";
import { branchOf, triggersOf } from "./plan";
import { fires, judge, readySteps, verdictOf } from "./readiness";
import { type StepResult, sampleResult } from "./result";
import { newRun, type Run, type RunInput, runOf, type StepRun, startedStep, type Waiting, waitingFor } from "./run";

export interface StepEnd {
  readonly name: string;
  /** What the step gave; without it the sample result (`sampleResult`). */
  readonly result?: StepResult;
}

/** A run before its first step. */
export function startRun(definition: ObjectValue, input: RunInput): Run {
  const run = newRun(definition, input);
  return judge(run, run.waiting.keys());
}

/** Starts steps that `readySteps` named. A ForEach's items become steps of their own. */
export function begin(run: Run, steps: readonly Waiting[]): Run {
  const started = new Map(run.started);
  const waiting = new Map(run.waiting);
  const verdicts = new Map(run.verdicts);
  const iterations = new Map(run.iterations);
  const children: Waiting[] = [];
  for (const step of steps) {
    const begun = startedStep(run, step);
    waiting.delete(step.name);
    verdicts.delete(step.name);
    started.set(step.name, begun);
    if (runOfType(begun.entry.type).ends !== "withItsBody" || begun.unresolved.length > 0) continue;
    iterations.set(step.name, itemsOf(begun)?.length ?? 0);
    children.push(...childrenOf(run, begun));
  }
  for (const child of children) {
    const kept = run.input.kept?.get(child.name);
    if (kept === undefined) waiting.set(child.name, child);
    else started.set(child.name, { ...kept, iteration: child.iteration });
  }
  const names = children.map(({ name }) => name);
  return closeLoops(judge({ ...run, started, waiting, verdicts, iterations }, names));
}

function childrenOf(run: Run, forEach: StepRun): readonly Waiting[] {
  const body = run.plan.bodies.get(forEach.entry.key) ?? [];
  const items: readonly Value[] = itemsOf(forEach) ?? [];
  return items.flatMap((item, index) => {
    return body.map((entry) => waitingFor(entry, { forEach: forEach.name, index, item }));
  });
}

/** Ends steps that are executing. A Fail step closes the run: what is executing goes on, nothing new starts. */
export function complete(run: Run, ends: readonly StepEnd[]): Run {
  const started = new Map(run.started);
  let closed = run.closed;
  for (const { name, result } of ends) {
    const step = started.get(name);
    if (step === undefined || step.status !== "Executing") continue;
    started.set(name, { ...step, ...(result ?? sampleResult(run, step)) });
    if (endsExecution(step)) closed = true;
  }
  const names = ends.map(({ name }) => name);
  return closeLoops(judge({ ...run, started, closed }, names));
}

/** True for a step that ends as failed, and the execution with it. */
export function endsExecution({ entry }: StepRun): boolean {
  return runOfType(entry.type).ends === "asFailed";
}

/** Lets nothing new start; the caller ends what is executing, with status Stopped. */
export function stop(run: Run): Run {
  return closeLoops({ ...run, closed: true, stopped: true });
}

export type RunStatus = "Executing" | "Succeeded" | "Failed" | "Stopped" | "CompletedWithFailures";

export function runStatus(run: Run): RunStatus {
  const steps = [...run.started.values()];
  if (steps.some(({ status }) => status === "Executing") || readySteps(run).length > 0) return "Executing";
  if (run.stopped) return "Stopped";
  // What nothing decides any more waits in a circle: it never starts.
  if ([...run.waiting.keys()].some((name) => verdictOf(run, name) === undefined)) return "Failed";
  if (!steps.some(({ status }) => status === "Failed")) return "Succeeded";
  if (steps.some((step) => endsExecution(step) && step.status === "Failed")) return "Failed";
  return steps.some((step) => ranOnFailure(run, step)) ? "CompletedWithFailures" : "Failed";
}

/** True for a step that ran because, or although, a step that it waits for failed. */
function ranOnFailure(run: Run, { entry, iteration }: StepRun): boolean {
  return (run.plan.graph.into.get(entry.key) ?? []).some(({ from }) => {
    return from !== iteration?.forEach && runOf(run, from, iteration)?.status === "Failed";
  });
}

/** Why a step of the definition did not run, in a person's words; null for one that did. */
export function whyNotRun(run: Run, key: string): string | null {
  if (run.started.has(key)) return null;
  const entry = run.plan.graph.byKey.get(key);
  if (entry === undefined) return null;
  const circle = whyInCircle(run, key);
  if (circle !== null) return circle;
  const held = (run.plan.graph.into.get(key) ?? []).flatMap((edge) => whyHeld(run, edge) ?? []);
  const first = held[0];
  if (first !== undefined) return first;
  if (run.stopped) return "The execution was stopped.";
  if (run.closed) return "A Fail step ended the execution.";
  return verdictOf(run, key) === "never" ? "What it waits for did not happen." : null;
}

/** Why a step of a circle cannot start; null for one that lies in none. */
function whyInCircle({ plan: { graph } }: Run, key: string): string | null {
  const circle = findCycles(graph).find((keys) => keys.includes(key));
  if (circle === undefined) return null;
  return circle.length === 1
    ? "It cannot start: it waits for itself."
    : `It cannot start: ${[...circle, circle[0]].join(" → ")} wait for each other.`;
}

/** Why one edge keeps the step at its end from running; null where it does not. */
function whyHeld(run: Run, edge: Edge): string | null {
  const { from } = edge;
  const upstream = run.started.get(from);
  if (upstream === undefined) return iterationsOf(run, from) ? null : `${from} did not run.`;
  const branch = branchOf(edge);
  if (branch !== null && upstream.status === "Succeeded" && upstream.outcome !== branch) {
    return `${from} took the other branch.`;
  }
  const triggers = branch === null ? triggersOf(edge) : ["Completed"];
  const missed = triggers.find((trigger) => !fires(trigger, upstream));
  if (missed === undefined) return null;
  const ended = { Failed: "failed", Stopped: "was stopped", Succeeded: "succeeded", Executing: "has not ended" };
  const end = `${from} ${ended[upstream.status]}`;
  if (missed === "Failed") return `It runs when ${from} fails, and ${end}.`;
  if (missed === "Stopped") return `It runs when ${from} is stopped, and ${end}.`;
  return `${end}.`;
}

/** A step of a ForEach's body has no run of its own, but one for each item. */
function iterationsOf(run: Run, key: string): boolean {
  return run.started.has(`${key}-0`);
}
