import { serialise } from "../../../definition/serialise";
import { isNumber, LosslessNumber, type Value } from "../../../definition/value";

/** The text that a value becomes in a Join: booleans in lower case, numbers as they are written (integ test_fail_steps.py:204). */
export function joinText(value: Value): string {
  if (typeof value === "string") return value;
  if (isNumber(value)) return value instanceof LosslessNumber ? value.value : String(value);
  if (typeof value === "boolean") return value ? "true" : "false";
  return serialise(value);
}
