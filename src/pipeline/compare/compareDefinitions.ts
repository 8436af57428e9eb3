import { parseDefinition } from "../definition/parse";
import { get, type ObjectValue, removeKey } from "../definition/value";
import { listSteps } from "../graph/stepTree";
import type { DefinitionChanges } from "./changes";
import { compareParameters } from "./compareParameters";
import { compareSteps } from "./compareSteps";
import { compareValues } from "./compareValues";
import { findRenames, renameSteps } from "./renames";

/**
 * What differs between two definitions, said by step and by parameter. A step that goes by another name is one step renamed, and what
 * only follows its name (references, `DependsOn`) is no change. Never throws: what is no step or parameter counts as the rest.
 */
export function compareDefinitions(before: ObjectValue, after: ObjectValue): DefinitionChanges {
  return compareRenamed(before, after).changes;
}

/** The same, with the definition before as it reads where its steps bear the names that they have now. */
export function compareRenamed(
  before: ObjectValue,
  after: ObjectValue,
): { readonly renamed: ObjectValue; readonly changes: DefinitionChanges } {
  const renames = findRenames(before, after);
  const renamed = renameSteps(before, renames);
  const oldNames = new Map([...renames].map(([from, to]) => [to, from]));
  const changes = {
    ...compareSteps(listSteps(renamed), listSteps(after), oldNames),
    parameters: compareParameters(get(renamed, "Parameters"), get(after, "Parameters")),
    definition: compareValues(rest(renamed), rest(after)),
  };
  return { renamed, changes };
}

function rest(definition: ObjectValue): ObjectValue {
  return removeKey(removeKey(definition, "Steps"), "Parameters");
}

/** True when two texts are the same definition: the same text, or the same values in other spaces and another order of keys. */
export function sameDefinition(left: string, right: string): boolean {
  if (left === right) return true;
  const [ours, theirs] = [parseDefinition(left), parseDefinition(right)];
  return ours.ok && theirs.ok && compareValues(ours.value, theirs.value).length === 0;
}
