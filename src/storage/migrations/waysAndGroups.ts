/** Schema 1 → 2. A document keeps the ways of its wires, and groups of steps. */
import { get, isObject, setKey, type Value } from "../../pipeline/definition/value";
import type { Migration } from "./migration";

export const waysAndGroups: Migration = {
  document: (document) => ["ways", "groups"].reduce(withList, document),
};

function withList(document: Value, key: string): Value {
  if (!isObject(document)) throw new Error("A stored document is damaged.");
  return get(document, key) === undefined ? setKey(document, key, []) : document;
}
