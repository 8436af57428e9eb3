import type { ObjectValue, Value } from "../definition/value";
import { begin, complete, type RunStatus, runStatus, startRun, whyNotRun } from "./advance";
import { noOutputs, type Outputs } from "./outputs";
import { readySteps } from "./readiness";
import type { Unresolved } from "./resolve";
import type { Run, RunInput } from "./run";

export interface SimulatedStep {
  /** The step's key, or `<body>-<index>` in a ForEach. */
  readonly name: string;
  /** The step of the definition: the same as `name`, but for an iteration of a body step. */
  readonly key: string;
  readonly type: string;
  readonly status: "Succeeded" | "Failed" | "Stopped" | "NotRun";
  readonly outcome: boolean | null;
  /** Why it did not run; null for one that did. */
  readonly why: string | null;
  /** Its `Arguments` with every expression resolved; null when it did not run. */
  readonly request: Value | null;
  readonly unresolved: readonly Unresolved[];
  readonly outputs: Outputs;
  readonly failureReason: string | null;
}

export interface Simulation {
  readonly status: RunStatus;
  readonly steps: readonly SimulatedStep[];
}

/** Runs a pipeline at once, without a clock: every step's final request and outputs, in document order. */
export function simulate(definition: ObjectValue, input: RunInput): Simulation {
  let run = startRun(definition, input);
  for (;;) {
    const ready = readySteps(run);
    if (ready.length === 0) break;
    run = begin(run, ready);
    run = complete(
      run,
      ready.filter(({ entry }) => entry.type !== "ForEach").map(({ name }) => ({ name })),
    );
  }
  const status = runStatus(run);
  // Steps that wait for each other in a circle never run: nothing is left to do, and nothing was done.
  return { status: status === "Executing" ? "Failed" : status, steps: stepsOf(run) };
}

function stepsOf(run: Run): readonly SimulatedStep[] {
  const started = [...run.started.values()];
  return run.plan.graph.steps.flatMap((entry): SimulatedStep[] => {
    const runs = started.filter((step) => step.entry.key === entry.key);
    if (runs.length > 0) {
      return runs.map(({ name, status, outcome, request, unresolved, outputs, failureReason }) => {
        const ended = status === "Executing" ? "Failed" : status;
        const about = { name, key: entry.key, type: entry.type, status: ended, outcome, why: null } as const;
        return { ...about, request, unresolved, outputs, failureReason };
      });
    }
    const why = whyNotRun(run, entry.key) ?? "It was never reached.";
    const about = { name: entry.key, key: entry.key, type: entry.type, status: "NotRun", outcome: null, why } as const;
    return [{ ...about, request: null, unresolved: [], outputs: noOutputs, failureReason: null }];
  });
}
