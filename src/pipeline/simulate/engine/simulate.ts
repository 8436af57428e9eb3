import type { ObjectValue, Value } from "../../definition/value";
import { runOfType } from "../../steps/runs";
import { noOutputs, type Outputs } from "../../steps/runs/values/outputs";
import { sampleFile } from "../samples/sampleFiles";
import { comparisonSentences, comparisonsOf } from "../values/comparisons";
import { filesRead } from "../values/documents";
import type { Unresolved } from "../values/resolve";
import { begin, complete, type RunStatus, runStatus, startRun, whyNotRun } from "./advance";
import { readySteps } from "./readiness";
import type { Run, RunInput, StepRun } from "./run";

export interface SimulatedStep {
  /** The step's key, or `<body>-<index>` in a ForEach. */
  readonly name: string;
  /** The step of the definition: the same as `name`, but for an iteration of a body step. */
  readonly key: string;
  readonly type: string;
  readonly status: "Succeeded" | "Failed" | "Stopped" | "NotRun";
  readonly outcome: boolean | null;
  /** Why it did not run; for one that did, what decided: a condition's comparisons, retries. Null where there is nothing to say. */
  readonly why: string | null;
  /** The round in which it began: steps of one round run side by side. Null for one that did not run. */
  readonly round: number | null;
  /** Which item of a ForEach it ran for; null outside of one. */
  readonly iteration: { readonly index: number; readonly item: Value } | null;
  /** Its `Arguments` with every expression resolved; null when it did not run. */
  readonly request: Value | null;
  readonly unresolved: readonly Unresolved[];
  readonly outputs: Outputs;
  /** What stands in the files in S3 that it reads and no step is said to write, by their names. */
  readonly files: ReadonlyMap<string, Value>;
  readonly failureReason: string | null;
}

export interface Simulation {
  readonly status: RunStatus;
  readonly steps: readonly SimulatedStep[];
}

/** Runs a pipeline at once, without a clock: every step's final request and outputs, in document order. */
export function simulate(definition: ObjectValue, input: RunInput): Simulation {
  let run = startRun(definition, input);
  const rounds = new Map<string, number>();
  for (let round = 0; ; round++) {
    const ready = readySteps(run);
    if (ready.length === 0) break;
    for (const { name } of ready) rounds.set(name, round);
    run = begin(run, ready);
    run = complete(
      run,
      ready.filter(({ entry }) => runOfType(entry.type).ends !== "withItsBody").map(({ name }) => ({ name })),
    );
  }
  const status = runStatus(run);
  // A ForEach whose body waits in a circle never ends.
  return { status: status === "Executing" ? "Failed" : status, steps: stepsOf(run, rounds) };
}

function stepsOf(run: Run, rounds: ReadonlyMap<string, number>): readonly SimulatedStep[] {
  const runsOf = new Map<string, StepRun[]>();
  for (const step of run.started.values()) runsOf.set(step.entry.key, [...(runsOf.get(step.entry.key) ?? []), step]);
  return run.plan.graph.steps.flatMap((entry): SimulatedStep[] => {
    const runs = runsOf.get(entry.key);
    if (runs !== undefined) return runs.map((step) => ranStep(run, step, rounds.get(step.name) ?? null));
    const why = whyNotRun(run, entry.key) ?? "It was never reached.";
    const about = { name: entry.key, key: entry.key, type: entry.type, status: "NotRun", outcome: null, why } as const;
    const nothing = {
      round: null,
      iteration: null,
      request: null,
      unresolved: [],
      outputs: noOutputs,
      files: new Map(),
    };
    return [{ ...about, ...nothing, failureReason: null }];
  });
}

function ranStep(run: Run, step: StepRun, round: number | null): SimulatedStep {
  const { name, entry, status, outcome, request, unresolved, outputs, iteration } = step;
  const isStuck = status === "Executing";
  return {
    name,
    key: entry.key,
    type: entry.type,
    status: isStuck ? "Failed" : status,
    outcome,
    why: whyItEndedSo(step),
    round,
    iteration: iteration === null ? null : { index: iteration.index, item: iteration.item },
    request,
    unresolved,
    outputs,
    files: new Map(
      filesRead(entry.step).flatMap((location): [string, Value][] => {
        const content = sampleFile(step, location, run.expectations, run.input.samples);
        return content === undefined ? [] : [[location.file, content]];
      }),
    ),
    failureReason: isStuck ? "It never ends: steps of its body wait for each other." : step.failureReason,
  };
}

function whyItEndedSo({ entry, request, unresolved, retries }: StepRun): string | null {
  const compared = runOfType(entry.type).ends === "byComparing" && unresolved.length === 0;
  const comparisons = compared ? comparisonSentences(comparisonsOf(entry.step, request)) : "";
  return [retries ?? "", comparisons].filter((words) => words !== "").join(" ") || null;
}
