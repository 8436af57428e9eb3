import { get, isList, isObject, LosslessNumber, type ObjectValue, type Value } from "../../definition/value";

const none: readonly { readonly policy: ObjectValue; readonly index: number }[] = [];

/** The retry policies of a step, with their place in the list. */
export function retryPolicies(step: ObjectValue): readonly { readonly policy: ObjectValue; readonly index: number }[] {
  const list = get(step, "RetryPolicies");
  if (!isList(list)) return none;
  return list.flatMap((policy, index) => (isObject(policy) ? [{ policy, index }] : []));
}

export function numberOf(value: Value | undefined): number | null {
  if (typeof value === "number") return value;
  return value instanceof LosslessNumber ? Number(value.value) : null;
}
