import { serialise } from "../definition/serialise";
import { isObject, type ObjectValue, removeKey, setIn, type Value } from "../definition/value";
import { listSteps, type StepEntry, stepsByKey } from "../graph/stepTree";
import { renameStepsIn } from "../references/write";
import { ownPart } from "./ownPart";

/**
 * The steps that go by another name in `after`, old name to new: one is gone, one is new, and they are the same but for their name and
 * the names of other such steps. A step that was changed too is another step: nothing tells that it was meant to be the same.
 */
export function findRenames(before: ObjectValue, after: ObjectValue): ReadonlyMap<string, string> {
  const gone = onlyIn(before, after);
  const fresh = onlyIn(after, before);
  const byText = new Map<string, string[]>();
  for (const [text, name] of namelessTexts(gone)) byText.set(text, [...(byText.get(text) ?? []), name]);
  const renames = new Map<string, string>();
  for (const [text, name] of namelessTexts(fresh)) {
    const old = byText.get(text)?.shift();
    if (old !== undefined) renames.set(old, name);
  }
  return renames;
}

/** Gives steps their new names, and with them everything that names them. */
export function renameSteps(definition: ObjectValue, names: ReadonlyMap<string, string>): ObjectValue {
  if (names.size === 0) return definition;
  const steps = stepsByKey(definition);
  let named: Value = definition;
  for (const [from, to] of names) {
    const entry = steps.get(from);
    if (entry !== undefined) named = setIn(named, [...entry.path, "Name"], to);
  }
  const renamed = renameStepsIn(named, names);
  return isObject(renamed) ? renamed : definition;
}

/** The steps of one definition whose names the other does not have; of two steps of one name only the first is meant by it. */
function onlyIn(definition: ObjectValue, other: ObjectValue): readonly StepEntry[] {
  const names = stepsByKey(other);
  return listSteps(definition).filter(({ key, name }) => key === name && !names.has(key));
}

function namelessTexts(entries: readonly StepEntry[]): readonly (readonly [text: string, name: string])[] {
  const nameless = new Map(entries.map(({ name }) => [name, ""]));
  return entries.map((entry) => [serialise(renameStepsIn(removeKey(ownPart(entry), "Name"), nameless)), entry.name]);
}
