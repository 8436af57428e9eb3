import type { Path } from "../../pipeline/definition/path";
import { type Entry, get, isList, isObject, type ObjectValue, type Value } from "../../pipeline/definition/value";
import { decodeValue, presentEntries } from "./encodeValue";
import { type Change, type Patch, rebuilt, replaced } from "./patch";

/** The value that a patch makes of another. Throws when the patch was not made for it. */
export function applyPatch(before: Value, patch: Patch): Value {
  return patch.reduce(applyChange, before);
}

function applyChange(root: Value, change: Change): Value {
  switch (change[0]) {
    case "set":
      return changeAt(root, change[1], () => decodeValue(change[2]));
    case "remove":
      return removeAt(root, change[1]);
    case "insert":
      return changeAt(root, change[1], (at) => insert(objectAt(at), change[2], change[3], decodeValue(change[4])));
    case "splice":
      return changeAt(root, change[1], (at) => {
        if (!isList(at) || change[2] + change[3] > at.length) throw new Error("A change does not fit its list.");
        return at.toSpliced(change[2], change[3], ...change[4].map(decodeValue));
      });
    case "order":
      return changeAt(root, change[1], (at) => reorder(objectAt(at), change[2]));
    default:
      throw new Error(`Unknown change: ${String(change[0] satisfies never)}`);
  }
}

function changeAt(root: Value, path: Path, change: (at: Value) => Value): Value {
  const [segment, ...rest] = path;
  if (segment === undefined) return change(root);
  if (typeof segment === "number") {
    const item = isList(root) ? root[segment] : undefined;
    if (!isList(root) || item === undefined) throw new Error(`There is no item ${segment} to change.`);
    return root.with(segment, changeAt(item, rest, change));
  }
  const item = get(root, segment);
  if (item === undefined) throw new Error(`There is no ${segment} to change.`);
  return replaced(objectAt(root), segment, changeAt(item, rest, change));
}

function removeAt(root: Value, path: Path): Value {
  const key = path.at(-1);
  return changeAt(root, path.slice(0, -1), (at) => {
    const list = presentEntries(at);
    const left = list.filter(([name]) => name !== key);
    if (left.length === list.length) throw new Error(`There is no ${String(key)} to remove.`);
    return rebuilt(objectAt(at), left);
  });
}

function insert(object: ObjectValue, key: string, index: number, value: Value): ObjectValue {
  const list: readonly Entry[] = presentEntries(object);
  if (list.some(([name]) => name === key)) throw new Error(`There is a ${key} already.`);
  return rebuilt(object, list.toSpliced(index, 0, [key, value]));
}

function reorder(object: ObjectValue, keys: readonly string[]): ObjectValue {
  const members = new Map(presentEntries(object));
  const list = keys.map((key): Entry => {
    const item = members.get(key);
    if (item === undefined) throw new Error(`There is no ${key} to order.`);
    return [key, item];
  });
  if (list.length !== members.size) throw new Error("An order does not name every key.");
  return rebuilt(object, list);
}

function objectAt(value: Value): ObjectValue {
  if (!isObject(value)) throw new Error("There is no object to change.");
  return value;
}
