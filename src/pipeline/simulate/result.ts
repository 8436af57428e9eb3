import { get, text } from "../definition/value";
import { evaluateConditions } from "./conditions";
import { noOutputs, type Outputs } from "./outputs";
import { joinText } from "./resolve";
import type { Run, StepRun, StepRunStatus } from "./run";
import { sampleOutputs } from "./samples";

/** How a step ended. */
export interface StepResult {
  readonly status: Exclude<StepRunStatus, "Executing">;
  readonly outputs: Outputs;
  readonly outcome: boolean | null;
  readonly failureReason: string | null;
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
  const first = step.unresolved[0];
  if (first !== undefined) return failed(`ClientError: Unable to resolve ${first.expression}. ${first.why}`);
  if (isToFail(run, step)) return failed(askedToFail);
  switch (step.entry.type) {
    case "Condition":
      return conditionResult(step);
    case "Fail":
      return failed(joinText(get(step.request, "ErrorMessage") ?? ""));
    default:
      return succeeded(sampleOutputsOf(run, step));
  }
}

/** What a step gives when it succeeds; names and ARNs in it hold while it is still running. */
export function sampleOutputsOf(run: Run, step: StepRun): Outputs {
  return sampleOutputs(sampleRequest(run, step));
}

export const askedToFail = "ClientError: This step was asked to fail.";

export function isToFail({ input }: Run, { name, entry }: StepRun): boolean {
  return input.failures?.has(name) === true || input.failures?.has(entry.name) === true;
}

function conditionResult({ request }: StepRun): StepResult {
  const result = evaluateConditions(get(request, "Conditions"));
  if (!result.ok) return failed(`ClientError: ${result.why}`);
  // A joined Outcome reads "true" or "false" (integ test_fail_steps.py:204), so it is a boolean here.
  return succeeded(new Map([["Outcome", result.outcome]]), result.outcome);
}

function sampleRequest(run: Run, { name, entry, iteration, request }: StepRun) {
  const { samples = {}, context } = run.input;
  const key = text(get(entry.step, "Name")) ?? entry.key;
  const given = Object.hasOwn(samples, name) ? samples[name] : Object.hasOwn(samples, key) ? samples[key] : undefined;
  const expected = run.expectations.get(key) ?? [];
  const index = iteration?.index ?? null;
  return { step: entry.step, name, request, context, expected, given: given ?? null, iteration: index };
}
