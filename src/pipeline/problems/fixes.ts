/** Cures that several rules offer: edits with a name. */

import { lastName, type Path } from "../definition/path";
import { setIn, type Value } from "../definition/value";
import { type Recipe, withDefinition } from "../edits/edit";
import { removeField, setField } from "../edits/fields";
import type { StepEntry } from "../graph/stepTree";
import { keyOrder } from "../schema/keyOrder";
import type { ApiModels } from "../schema/model";
import { stepTypeOf } from "../steps";
import type { Fix } from "./problem";

/** Takes a field away. */
export function remove(key: string, path: Path, name = lastName(path)): Fix {
  return { label: `Remove ${name}`, recipe: removeField(key, path) };
}

/** Puts another value into a field. */
export function put(label: string, { key, type }: StepEntry, path: Path, value: Value, models?: ApiModels): Fix {
  return { label, recipe: setField(key, path, value, keyOrder(models?.get(type), stepTypeOf(type))) };
}

/** Puts another value at a place of the definition. */
export function putInDefinition(path: Path, value: Value): Recipe {
  return (document) => withDefinition(document, setIn(document.definition, path, value));
}

/** Lets a `Get` read something else. */
export function readInstead(label: string, key: string, path: Path, text: string): Fix {
  return { label, recipe: setField(key, path, { Get: text }) };
}
