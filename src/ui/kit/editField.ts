import type { FieldItem, FieldSource } from "../../editor/form/item";
import type { Value } from "../../pipeline/definition/value";
import type { Recipe } from "../../pipeline/edits/edit";
import { removeField, setField } from "../../pipeline/edits/fields";
import { keyOrder } from "../../pipeline/schema/keyOrder";

/** Sets a field, new keys where the API and the type's draft have them. */
export function setItem(key: string, source: FieldSource, item: FieldItem, value: Value): Recipe {
  return setField(key, item.path, value, keyOrder(source.model, source.stepType));
}

/** Sets the text of a field; no text takes an optional member away. */
export function setText(key: string, source: FieldSource, item: FieldItem, text: string): Recipe {
  if (text !== "" || item.required || item.onEmpty === "keep") return setItem(key, source, item, text);
  return removeField(key, item.path);
}

/** Takes out what stands in a field: a member's key goes, a required text and an element stay as empty text. */
export function emptyItem(key: string, source: FieldSource, item: FieldItem): Recipe {
  const staysAsText = item.onEmpty === "keep" || (item.required && item.shape.kind === "string");
  return staysAsText ? setItem(key, source, item, "") : removeField(key, item.path);
}
