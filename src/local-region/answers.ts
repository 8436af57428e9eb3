/** What an answer to a waiting step makes of it. */
import { printPath } from "../pipeline/definition/path";
import type { ObjectValue, Value } from "../pipeline/definition/value";
import { failed, type StepResult, succeeded } from "../pipeline/simulate/engine/result";
import { declaredOutputs } from "../pipeline/steps/runs/values/sampleRequest";
import { typedValue } from "../pipeline/steps/runs/values/typedValue";
import type { StepAnswer } from "./state/records";

/** Outputs travel as texts; the step declares what they are. One that is none of its type fails the step. */
export function answerResult(step: ObjectValue, { outputs, failureReason }: StepAnswer): StepResult {
  if (outputs === null) return failed(failureReason ?? "");
  const types = new Map(declaredOutputs(step).map(({ name, type }) => [name, type]));
  const given = new Map<string, Value>();
  for (const { Name, Value } of outputs) {
    const type = types.get(Name) ?? "String";
    const value = typedValue(type, Value);
    if (value === null)
      return failed(`ClientError: Output parameter '${Name}' value "${Value}" is not of type ${type}.`);
    given.set(printPath(["OutputParameters", Name]), value);
  }
  return succeeded(given);
}
