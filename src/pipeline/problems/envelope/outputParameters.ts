import { get, isList, type ObjectValue, text, type Value } from "../../definition/value";
import { stepTypeOf } from "../../steps";

export interface Declared {
  readonly name: string;
  readonly type: Value | undefined;
  readonly index: number;
}

const none: readonly Declared[] = [];

/** The outputs that a step declares; none for a type that declares none. */
export function outputParameters(step: ObjectValue, type: string): readonly Declared[] {
  const list = stepTypeOf(type).outputsForm === "declared" ? get(step, "OutputParameters") : undefined;
  if (!isList(list) || list.length === 0) return none;
  return list.map((item, index) => ({
    name: text(get(item, "OutputName")) ?? "",
    type: get(item, "OutputType"),
    index,
  }));
}
