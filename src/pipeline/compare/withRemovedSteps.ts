import { getIn, isList, isObject, type ObjectValue, setIn, type Value } from "../definition/value";
import { type StepEntry, stepsByKey } from "../graph/stepTree";
import type { StepChange } from "./changes";

/** The definition as it is now, and in it the steps that are gone: at the end of the branch or body where they lay, as far as that is there. */
export function withRemovedSteps(before: ObjectValue, after: ObjectValue, changes: readonly StepChange[]): ObjectValue {
  const olds = stepsByKey(before);
  const gone = new Set(changes.filter(({ change }) => change === "removed").map(({ name }) => name));
  let merged: Value = after;
  for (const name of gone) {
    const entry = olds.get(name);
    if (entry === undefined || (entry.parent !== null && gone.has(entry.parent))) continue;
    merged = append(merged, listFor(entry, after), onlyGone(entry, olds, gone));
  }
  return isObject(merged) ? merged : after;
}

function append(definition: Value, list: readonly (string | number)[], step: Value): Value {
  const there = getIn(definition, list);
  return setIn(definition, list, isList(there) ? [...there, step] : [step]);
}

function listFor({ parent, slot }: StepEntry, after: ObjectValue): readonly (string | number)[] {
  const container = stepsByKey(after).get(parent ?? "");
  const isThere = slot !== null && container?.stepType.slots.some(({ key }) => key === slot) === true;
  return isThere ? [...container.path, "Arguments", slot] : ["Steps"];
}

/** A step without those inside it that are still there, elsewhere. */
function onlyGone(entry: StepEntry, olds: ReadonlyMap<string, StepEntry>, gone: ReadonlySet<string>): Value {
  const inside = [...olds.values()].filter(({ parent }) => parent === entry.key);
  return entry.stepType.slots.reduce<Value>((step, { key }) => {
    if (getIn(step, ["Arguments", key]) === undefined) return step;
    const stay = inside.filter((inner) => inner.slot === key && gone.has(inner.key));
    return setIn(
      step,
      ["Arguments", key],
      stay.map((inner) => onlyGone(inner, olds, gone)),
    );
  }, entry.step);
}
