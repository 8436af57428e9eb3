import { getIn, isNumber, LosslessNumber, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { bounds } from "../../schema/beyond";
import type { Rule } from "../problem";

const at = ["Arguments", "MaxConcurrency"];
const { min = 1, max = 50 } = bounds["ForEachArguments.MaxConcurrency"] ?? {};

export const forEachConcurrency: Rule = {
  code: "for-each-concurrency",
  severity: "error",
  why: "“max_concurrency is required and must be an integer in the range [1, 50].” (for_each_step.py of the SDK)",
  types: ["ForEach"],
  checkStep({ key, name, step }) {
    const value = getIn(step, at);
    if (value === undefined) return [];
    const number = numberIn(value);
    if (number !== null && Number.isInteger(number) && number >= min && number <= max) return [];
    const allowed = number === null ? min : Math.min(max, Math.max(min, Math.round(number)));
    const said = number === null ? "something else" : number;
    return [
      {
        step: key,
        at,
        message: `${name} works on ${min} to ${max} items at the same time, a whole number; this is ${said}.`,
        fixes: [{ label: `Set it to ${allowed}`, recipe: setField(key, at, allowed) }],
      },
    ];
  },
};

function numberIn(value: Value): number | null {
  if (!isNumber(value)) return null;
  return value instanceof LosslessNumber ? Number(value.value) : value;
}
