import { type ObjectValue, removeIn, type Value } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import { stepTypeOf } from "../steps";

/** A step without the steps inside it: those are compared by themselves. */
export function ownPart({ step, type }: StepEntry): ObjectValue {
  // What is taken out lies below `Arguments`, so an object stays.
  return stepTypeOf(type).slots.reduce<Value>(
    (rest, { key }) => removeIn(rest, ["Arguments", key]),
    step,
  ) as ObjectValue;
}
