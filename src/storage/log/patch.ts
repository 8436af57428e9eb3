/**
 * What an edit changed, as data: the difference of two values that share what did not change.
 * Its size follows from what the edit touched, not from the size of the document.
 */
import type { Path } from "../../pipeline/definition/path";
import {
  type Entry,
  get,
  isList,
  isObject,
  isScalar,
  type ListValue,
  type ObjectValue,
  OrderedObject,
  sameValue,
  type Value,
} from "../../pipeline/definition/value";
import { alignLists } from "./alignLists";
import { encodeValue, type Json, presentEntries } from "./encodeValue";

/** One change at a path. Values are encoded, so that a patch is plain JSON. */
export type Change =
  | readonly ["set", Path, Json]
  /** A new key of the object at the path, before the entry that stands at the index. */
  | readonly ["insert", Path, string, number, Json]
  | readonly ["remove", Path]
  /** At a list: from here, so many go, these come. */
  | readonly ["splice", Path, number, number, readonly Json[]]
  /** The keys of the object at the path, in their new order. */
  | readonly ["order", Path, readonly string[]];
export type Patch = readonly Change[];

/** The changes that make `after` of `before`, to be applied in their order. */
export function diff(before: Value, after: Value): Patch {
  const changes: Change[] = [];
  diffValue(before, after, [], changes);
  return changes;
}

function diffValue(before: Value, after: Value, path: Path, changes: Change[]): void {
  if (before === after) return;
  if (isList(before) && isList(after)) diffList(before, after, path, changes);
  else if (isObject(before) && isObject(after) && sameForm(before, after) && !isSmall(after)) {
    diffObject(before, after, path, changes);
  } else if (!sameValue(before, after) || !sameForm(before, after)) changes.push(["set", path, encodeValue(after)]);
}

/** Plain and ordered objects are kept apart: a patch never turns one into the other, it replaces it. */
function sameForm(left: Value, right: Value): boolean {
  return left instanceof OrderedObject === right instanceof OrderedObject;
}

/** A few scalars, a place on the canvas say, are shorter set as a whole than one by one. */
function isSmall(object: ObjectValue): boolean {
  const list = presentEntries(object);
  return list.length <= 4 && list.every(([, item]) => isScalar(item));
}

function diffObject(before: ObjectValue, after: ObjectValue, path: Path, changes: Change[]): void {
  const old = new Map(presentEntries(before));
  const list = presentEntries(after);
  const fresh = new Set(list.map(([key]) => key));
  for (const key of old.keys()) if (!fresh.has(key)) changes.push(["remove", [...path, key]]);
  const kept = [...old.keys()].filter((key) => fresh.has(key));
  const keptAfter = list.filter(([key]) => old.has(key));
  if (keptAfter.some(([key], index) => key !== kept[index])) {
    changes.push(["order", path, keptAfter.map(([key]) => key)]);
  }
  list.forEach(([key, item], index) => {
    const present = old.get(key);
    if (present === undefined) changes.push(["insert", path, key, index, encodeValue(item)]);
    else diffValue(present, item, [...path, key], changes);
  });
}

/** From the last gap to the first, so that no change moves the place of a later one. */
function diffList(before: ListValue, after: ListValue, path: Path, changes: Change[]): void {
  for (const { from, count, items, start } of alignLists(before, after).reverse()) {
    if (count !== items) {
      changes.push(["splice", path, from, count, after.slice(start, start + items).map(encodeValue)]);
      continue;
    }
    for (let i = 0; i < count; i++) {
      const old = before[from + i];
      const item = after[start + i];
      if (old !== undefined && item !== undefined) diffValue(old, item, [...path, from + i], changes);
    }
  }
}

/** An object of the same form with other entries. */
export function rebuilt(like: ObjectValue, list: readonly Entry[]): ObjectValue {
  return like instanceof OrderedObject ? new OrderedObject(list) : Object.fromEntries(list);
}

/** The object with a key's value replaced in its place. */
export function replaced(object: ObjectValue, key: string, value: Value): ObjectValue {
  if (get(object, key) === undefined) throw new Error(`There is no ${key} to change.`);
  return rebuilt(
    object,
    presentEntries(object).map((entry) => (entry[0] === key ? [key, value] : entry)),
  );
}
