import { get, type ObjectValue, setKey, text, type Value } from "../definition/value";
import { stepKeys } from "../schema/keyOrder";
import { stepTypeOf } from "../steps";

/** Sets a key of the step itself; a new one goes where the keys of its type have it. */
export function setStepKey(step: ObjectValue, key: string, value: Value): ObjectValue {
  return setKey(step, key, value, stepKeys(stepTypeOf(text(get(step, "Type")) ?? "")));
}
