/** What a form does to the fields of a step beside a visit to one: each is one entry of the history. `label` is what the form calls it. */
import type { Path } from "../../../pipeline/definition/path";
import type { KeyOrder, Value } from "../../../pipeline/definition/value";
import {
  addElement as addElementRecipe,
  moveElement as moveElementRecipe,
  removeField as removeFieldRecipe,
  renameMapKey,
  setField as setFieldRecipe,
} from "../../../pipeline/edits/fields";
import { stepsByKey } from "../../../pipeline/graph/stepTree";
import { keyOrder } from "../../../pipeline/schema/keyOrder";
import { stepTypeOf } from "../../../pipeline/steps";
import { capital } from "../../form/label";
import type { EditorState } from "../../session/editorState";
import { editing } from "../editing";

interface FieldArgs {
  readonly step: string;
  readonly path: Path;
  readonly label: string;
}

/** New keys stand where the API and the type's draft have them. */
export function orderFor({ document, models }: EditorState, step: string): KeyOrder {
  const type = stepsByKey(document.definition).get(step)?.type ?? "";
  return keyOrder(models.get(type), stepTypeOf(type));
}

/** The step that a field is of may have gone meanwhile. */
export function isThere({ document }: EditorState, { step }: { readonly step: string }): true | string {
  return stepsByKey(document.definition).has(step) || `There is no step ${step} any more.`;
}

export const setField = editing<FieldArgs & { readonly value: Value }>({
  id: "fields.set",
  group: "Fields",
  palette: false,
  label: (_, { step, label }) => `Set ${label} of ${step}`,
  when: isThere,
  recipe: (state, { step, path, value }) => setFieldRecipe(step, path, value, orderFor(state, step)),
  done: (_, { step, label }) => `${capital(label)} of ${step} is set.`,
});

/** The whole step, as a person wrote it. */
export const editStepJson = editing<{ readonly step: string; readonly value: Value }>({
  id: "fields.editStep",
  group: "Fields",
  palette: false,
  label: (_, { step }) => `Edit the JSON of ${step}`,
  when: isThere,
  recipe: (_, { step, value }) => setFieldRecipe(step, [], value),
  done: (_, { step }) => `The JSON of ${step} is applied.`,
});

/** An entry of a map, its value still to be said; `label` is "argument bucket". */
export const addEntry = editing<FieldArgs>({
  id: "fields.addEntry",
  group: "Fields",
  palette: false,
  label: (_, { step, label }) => `Add ${label} to ${step}`,
  when: isThere,
  recipe: (state, { step, path }) => setFieldRecipe(step, path, "", orderFor(state, step)),
  done: (_, { label }) => `${capital(label)} added.`,
});

export const removeField = editing<FieldArgs>({
  id: "fields.remove",
  group: "Fields",
  palette: false,
  label: (_, { step, label }) => `Remove ${label} from ${step}`,
  when: isThere,
  recipe: (_, { step, path }) => removeFieldRecipe(step, path),
  done: (_, { label }) => `${capital(label)} removed.`,
});

/** Takes what is read at run time out of a field; `value` is what is left of it, nothing takes the field away. */
export const takeOut = editing<FieldArgs & { readonly words: string; readonly value?: Value }>({
  id: "fields.takeOut",
  group: "Fields",
  palette: false,
  label: (_, { step, label, words }) => `Take ${words} out of ${label} of ${step}`,
  when: isThere,
  recipe: (state, { step, path, value }) =>
    value === undefined ? removeFieldRecipe(step, path) : setFieldRecipe(step, path, value, orderFor(state, step)),
  done: (_, { words }) => `${words} removed.`,
});

interface ElementArgs {
  readonly step: string;
  readonly list: Path;
  readonly label: string;
}

export const addElement = editing<ElementArgs & { readonly element: Value }>({
  id: "fields.addElement",
  group: "Fields",
  palette: false,
  label: (_, { step, label }) => `Add ${label} to ${step}`,
  when: isThere,
  recipe: (state, { step, list, element }) => addElementRecipe(step, list, element, orderFor(state, step)),
  done: (_, { label }) => `${capital(label)} added.`,
});

export const moveElement = editing<ElementArgs & { readonly from: number; readonly to: number }>({
  id: "fields.moveElement",
  group: "Fields",
  palette: false,
  label: (_, { step, label }) => `Move ${label} of ${step}`,
  when: isThere,
  recipe: (_, { step, list, from, to }) => moveElementRecipe(step, list, from, to),
  done: (_, { label, to }) => `${capital(label)} is number ${to + 1} now.`,
});

interface KeyArgs {
  readonly step: string;
  readonly map: Path;
  readonly from: string;
  readonly to: string;
}

/** Renames a key of a map, in its place. */
export const renameKey = editing<KeyArgs>({
  id: "fields.renameKey",
  group: "Fields",
  palette: false,
  label: (_, { step, from, to }) => `Rename ${from} of ${step} to ${to}`,
  when: isThere,
  recipe: (_, { step, map, from, to }) => renameMapKey(step, map, from, to),
  done: (_, { from, to }) => `${from} is now called ${to}.`,
});
