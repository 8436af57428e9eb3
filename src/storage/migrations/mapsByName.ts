/**
 * Schema 0 → 1. What a document keeps by a name (of a step, a parameter, a target) becomes a list of entries, for names are data:
 * an object answers `constructor` without having been given it.
 */
import { entries, get, isObject, OrderedObject, setKey, type Value } from "../../pipeline/definition/value";
import type { Migration } from "./migration";

export const mapsByName: Migration = {
  document: (document) => {
    const settings = within(get(document, "settings"), ["targets", "simulatedValues"]);
    return setKey(within(document, ["layout", "pins", "samples"]), "settings", settings);
  },
  // What was opened last was a bare text, which carries no number.
  record: (record, store) => (store === "state" ? { value: String(record) } : record),
};

function within(value: Value | undefined, keys: readonly string[]) {
  const object = value ?? {};
  if (!isObject(object)) throw new Error("A stored document is damaged.");
  return keys.reduce((made, key) => {
    const byName = get(object, key) ?? {};
    if (!isObject(byName)) throw new Error("A stored document is damaged.");
    return setKey(made, key, new OrderedObject(entries(byName)));
  }, object);
}
