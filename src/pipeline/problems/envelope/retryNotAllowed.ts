import { get, isList } from "../../definition/value";
import { setField } from "../../edits/fields";
import { everyRetryError } from "../../schema/retryErrors";
import type { StepType } from "../../schema/stepType";
import { isKnownStepType, stepTypeOf } from "../../steps";
import { remove } from "../fixes";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";
import { retryPolicies } from "./retryPolicies";

export const retryNotAllowed: Rule = {
  code: "retry-not-allowed",
  severity: "warning",
  why: "Processing, Training, Tuning, AutoML, Model, RegisterModel, Transform, EMR, Job and EndpointConfig steps are retried (developer guide, Retry policy; the SDK's step classes). A create or register model step takes only Step.* exceptions: “SageMakerJobStepRetryPolicy is not allowed for a create/register model step.”",
  withKey: "RetryPolicies",
  checkStep({ key, name, type, step }) {
    const list = get(step, "RetryPolicies");
    if (!isList(list) || list.length === 0 || !isKnownStepType(type)) return [];
    const stepType = stepTypeOf(type);
    if (!stepType.envelope.includes("RetryPolicies")) {
      const message = `SageMaker retries no ${stepType.label} step: remove the retry policies of ${name}.`;
      return [{ step: key, at: ["RetryPolicies"], message, fixes: [remove(key, ["RetryPolicies"])] }];
    }
    return retryPolicies(step).flatMap(({ policy, index }) => {
      const exceptions = get(policy, "ExceptionType");
      const at = ["RetryPolicies", index, "ExceptionType"];
      return (isList(exceptions) ? exceptions : []).flatMap((exception, index) =>
        typeof exception === "string" ? wrongException(exception, stepType, key, name, [...at, index]) : [],
      );
    });
  },
};

const known = [...everyRetryError, "Emr.RESOURCE_LIMIT"];

function wrongException(
  exception: string,
  { refusesOtherRetryErrors }: StepType,
  key: string,
  name: string,
  at: readonly (string | number)[],
): Finding[] {
  if (refusesOtherRetryErrors === true && exception.startsWith("SageMaker.")) {
    const message = `${name} is retried on Step.* exceptions alone, and not on ${exception}.`;
    return [{ step: key, at, severity: "error", message, fixes: [remove(key, at, exception)] }];
  }
  if (known.includes(exception)) return [];
  const close = nearest(exception, known);
  const fixes = close === null ? [] : [{ label: `Use ${close}`, recipe: setField(key, at, close) }];
  return [{ step: key, at, message: `${name} is retried on ${exception}, which the SDK does not know.`, fixes }];
}
