import { get, isList, type ObjectValue, type Value } from "../../definition/value";
import { stepTypeOf } from "../../steps";

const none: readonly Value[] = [];

/** The outputs that a step declares; none for a type that declares none. */
export function outputParameters(step: ObjectValue, type: string): readonly Value[] {
  const list = stepTypeOf(type).outputsForm === "declared" ? get(step, "OutputParameters") : undefined;
  return isList(list) ? list : none;
}
