import { printPath } from "../../definition/path";
import { get, text, type Value } from "../../definition/value";
import { runOfType } from "../../steps/runs";
import { joinText } from "../../steps/runs/values/joinText";
import { noOutputs, type Outputs } from "../../steps/runs/values/outputs";
import {
  askedToFail,
  readStepSample,
  type StepFailure,
  type StepSample,
  sampleOfIteration,
} from "../../steps/runs/values/stepSample";
import { sampleOutputs } from "../samples/samples";
import { evaluateConditions } from "../values/conditions";
import type { Unresolved } from "../values/resolve";
import { attemptsOf } from "./retries";
import type { Run, StepRun, StepRunStatus } from "./run";

/** How a step ended. */
export interface StepResult {
  readonly status: Exclude<StepRunStatus, "Executing">;
  readonly outputs: Outputs;
  readonly outcome: boolean | null;
  readonly failureReason: string | null;
  /** How often it was tried; without it once. */
  readonly attempts?: number;
  /** What retry policies did; without it there is nothing to say. */
  readonly retries?: string;
}

export function failed(failureReason: string): StepResult {
  return { status: "Failed", outputs: noOutputs, outcome: null, failureReason };
}

export function succeeded(outputs: Outputs, outcome: boolean | null = null): StepResult {
  return { status: "Succeeded", outputs, outcome, failureReason: null };
}

export const stoppedResult: StepResult = { status: "Stopped", outputs: noOutputs, outcome: null, failureReason: null };

/** How a step ends in a simulation: by its conditions, as asked for, or with sample outputs. Types that nothing is known of succeed. */
export function sampleResult(run: Run, step: StepRun): StepResult {
  if (step.unresolved.length > 0) return failed(unresolvedReason(step.unresolved));
  const failure = failureOf(run, step);
  if (failure === null) return ownResult(run, step);
  const { count, succeeded: recovers, words } = attemptsOf(step.entry.step, failure);
  const end = recovers
    ? ownResult(run, step)
    : { ...failed(failure.reason), outputs: outputsOfFailed(run, step, failure) };
  return words === null ? end : { ...end, attempts: count, retries: words };
}

/** A job that failed is still there to be described: by its name and ARN, with its status and the reason. */
function outputsOfFailed(run: Run, step: StepRun, { reason }: StepFailure): Outputs {
  const outputs = new Map<string, Value>();
  for (const [path, value] of sampleOutputsOf(run, step)) {
    if (/^[A-Za-z0-9]+(Name|Arn)$/.test(path)) outputs.set(path, value);
    if (/^[A-Za-z0-9]+JobStatus$/.test(path)) outputs.set(path, "Failed").set("FailureReason", reason);
  }
  return outputs;
}

/** Names the first place that has no value, and why. */
export function unresolvedReason(unresolved: readonly Unresolved[]): string {
  const [first, ...others] = unresolved;
  if (first === undefined) return "";
  const more = others.length === 0 ? "" : ` (${others.length} more like it)`;
  return `ClientError: Unable to resolve ${first.expression} in ${printPath(first.path)}. ${first.why}${more}`;
}

function ownResult(run: Run, step: StepRun): StepResult {
  switch (runOfType(step.entry.type).ends) {
    case "byComparing":
      return conditionResult(step);
    case "asFailed":
      return failed(joinText(get(step.request, "ErrorMessage") ?? ""));
    case "withOutputs":
    case "withItsBody":
      return succeeded(sampleOutputsOf(run, step));
  }
}

/** What a step gives when it succeeds; names and ARNs in it hold while it is still running. */
export function sampleOutputsOf(run: Run, step: StepRun): Outputs {
  return sampleOutputs(sampleRequest(run, step));
}

/** How a step is told to fail: by name for this run (`failures`), or by its sample; null when it is not. */
export function failureOf(run: Run, step: StepRun): StepFailure | null {
  const { failures } = run.input;
  if (failures?.has(step.name) === true || failures?.has(step.entry.name) === true) {
    return { reason: askedToFail, exception: null, attempts: null };
  }
  return givenSample(run, step)?.fails ?? null;
}

function conditionResult({ request }: StepRun): StepResult {
  const result = evaluateConditions(get(request, "Conditions"));
  if (!result.ok) return failed(`ClientError: ${result.why}`);
  // A joined Outcome reads "true" or "false" (integ test_fail_steps.py:204), so it is a boolean here.
  return succeeded(new Map([["Outcome", result.outcome]]), result.outcome);
}

function sampleRequest(run: Run, step: StepRun) {
  const { name, entry, iteration, request } = step;
  const expected = run.expectations.get(keyOf(step)) ?? [];
  const given = givenSample(run, step);
  const index = iteration?.index ?? null;
  return { step: entry.step, name, request, context: run.input.context, expected, given, iteration: index };
}

/** The user's sample: for an iteration by the iteration's own name too (`Score-0`). */
function givenSample({ input: { samples } }: Run, step: StepRun): StepSample | null {
  const index = step.iteration?.index ?? null;
  const key = [step.name, step.entry.key, keyOf(step)].find((candidate) => samples?.has(candidate));
  return key === undefined ? null : sampleOfIteration(readStepSample(samples?.get(key)), index);
}

/** The name under which others read it. */
function keyOf({ entry }: StepRun): string {
  return text(get(entry.step, "Name")) ?? entry.key;
}
