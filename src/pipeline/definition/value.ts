/**
 * The values a definition is made of.
 *
 * They are plain JSON values with two additions, both there so that a definition that goes in comes out again unchanged:
 * - `LosslessNumber` holds the text of a number that JavaScript would print differently (`2.0`, `1e5`, 20 digits);
 * - `OrderedObject` holds an object with an index-like key (`"10"`, `"2"`), whose order a plain object cannot keep, or with
 *   `__proto__`, for which it has no place; and one with thousands of keys, which the engine lists anew, sorted, at each look.
 *
 * So nobody reads or writes an object's keys directly: `get`, `entries`, `setKey` and their like know both forms.
 * All values are immutable; every change returns a new value that shares what did not change.
 */
import { LosslessNumber } from "./losslessNumber";
import type { Path } from "./path";

export { LosslessNumber };

export type Scalar = null | boolean | number | string | LosslessNumber;
export interface PlainObject {
  readonly [key: string]: Value;
}
export type ObjectValue = PlainObject | OrderedObject;
export type ListValue = readonly Value[];
export type Value = Scalar | ObjectValue | ListValue;
export type Entry = readonly [key: string, value: Value];

/** An object as a list of entries: for keys that a plain object would put into another order, or that are too many for one. */
export class OrderedObject {
  readonly list: readonly Entry[];
  #byKey: ReadonlyMap<string, Value> | null = null;
  constructor(list: readonly Entry[]) {
    this.list = list;
  }

  get(key: string): Value | undefined {
    if (this.list.length < worthATable) return this.list.find(([name]) => name === key)?.[1];
    this.#byKey ??= new Map(this.list);
    return this.#byKey.get(key);
  }
}

const worthATable = 32;

/** A plain object has at most so many keys. */
export const mostPlainKeys = 1_000;

/** True for a key that a JavaScript object lists before all others, in numeric order (`"0"` … `"4294967294"`). */
export function isIndexLike(key: string): boolean {
  const first = key.charCodeAt(0);
  if (!(first >= 48 && first <= 57)) return false;
  if (key.length > 10 || (first === 48 && key.length > 1)) return false;
  for (let i = 1; i < key.length; i++) {
    const code = key.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return Number(key) < 4294967295;
}

export function isList(value: Value | undefined): value is ListValue {
  return Array.isArray(value);
}

export function isNumber(value: Value | undefined): value is number | LosslessNumber {
  return typeof value === "number" || value instanceof LosslessNumber;
}

export function isScalar(value: Value | undefined): value is Scalar {
  return value === null || (typeof value !== "object" && value !== undefined) || value instanceof LosslessNumber;
}

export function isObject(value: Value | undefined): value is ObjectValue {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof LosslessNumber);
}

/** Builds an object from entries in the form that keeps them, in their order. A key that comes twice keeps its first place and its last value. */
export function objectOf(list: readonly Entry[]): ObjectValue {
  let ordered = list.length > mostPlainKeys;
  for (const [key] of list) {
    if (ordered) break;
    if (key === "__proto__" || isIndexLike(key)) {
      ordered = true;
      break;
    }
  }
  if (ordered) return new OrderedObject([...new Map(list.map(([key, value]) => [key, value] as const))]);
  const made: Record<string, Value> = {};
  for (const [key, value] of list) made[key] = value;
  return made;
}

export function entries(value: Value | undefined): readonly Entry[] {
  if (!isObject(value)) return [];
  return value instanceof OrderedObject ? value.list : Object.entries(value);
}

export function keys(value: Value | undefined): readonly string[] {
  if (!isObject(value)) return [];
  return value instanceof OrderedObject ? value.list.map(([key]) => key) : Object.keys(value);
}

/** True where a key of an object is as `isIt` says; no list of them is made. */
export function someKey(value: Value | undefined, isIt: (key: string, value: Value) => boolean): boolean {
  if (!isObject(value)) return false;
  if (value instanceof OrderedObject) return value.list.some(([key, item]) => isIt(key, item));
  for (const key in value) if (isIt(key, value[key] as Value)) return true;
  return false;
}

/** The key of an object that has exactly one; null for all others. */
export function onlyKey(value: ObjectValue): string | null {
  if (value instanceof OrderedObject) return value.list.length === 1 ? (value.list[0]?.[0] ?? null) : null;
  let only: string | null = null;
  for (const key in value) {
    if (only !== null) return null;
    only = key;
  }
  return only;
}

/** True where a value is or holds more than so many values, at any depth; no more are looked at. */
export function hasMoreValues(value: Value, than: number): boolean {
  return roomFor(value, than) < 0;
}

function roomFor(value: Value, room: number): number {
  let left = room - 1;
  if (isList(value)) for (let i = 0; i < value.length && left >= 0; i++) left = roomFor(value[i] as Value, left);
  else if (value instanceof OrderedObject)
    for (let i = 0; i < value.list.length && left >= 0; i++) left = roomFor((value.list[i] as Entry)[1], left);
  else if (isObject(value))
    for (const key in value) {
      if (left < 0) break;
      left = roomFor(value[key] as Value, left);
    }
  return left;
}

/** Visits the entries of an object in order, without making a list of them: for walks over whole definitions. */
export function eachEntry(value: ObjectValue, visit: (key: string, value: Value) => void): void {
  if (value instanceof OrderedObject) {
    for (const [key, item] of value.list) visit(key, item);
  } else {
    for (const key in value) visit(key, value[key] as Value);
  }
}

/** The value at a key of an object, or undefined where there is none (or where `value` is no object). */
export function get(value: Value | undefined, key: string): Value | undefined {
  if (!isObject(value)) return undefined;
  if (value instanceof OrderedObject) return value.get(key);
  // What an object has without having been given it is a function, or `__proto__`: quicker to tell than whether a key is its own.
  const found = value[key];
  return typeof found === "function" || key === "__proto__" ? undefined : found;
}

export function has(value: Value | undefined, key: string): boolean {
  return get(value, key) !== undefined;
}

/** The value at a path, or undefined. A number steps into a list, a string into an object. */
export function getIn(value: Value | undefined, path: Path): Value | undefined {
  let at: Value | undefined = value;
  for (const segment of path) {
    at = typeof segment === "number" ? (isList(at) ? at[segment] : undefined) : get(at, segment);
    if (at === undefined) return undefined;
  }
  return at;
}

export function text(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/**
 * Sets a key. A key that is there keeps its place; a new one goes before the first present key that stands later in
 * `order`, else to the end. Returns the same object when the value is the same.
 */
export function setKey(object: ObjectValue, key: string, value: Value, order: readonly string[] = []): ObjectValue {
  const present = get(object, key);
  if (present === value) return object;
  if (present !== undefined) {
    if (!(object instanceof OrderedObject)) return { ...object, [key]: value };
    return new OrderedObject(object.list.map((entry) => (entry[0] === key ? [key, value] : entry)));
  }
  const list = [...entries(object)];
  const rank = order.indexOf(key);
  let place = list.length;
  if (rank >= 0) {
    const later = list.findIndex(([name]) => order.indexOf(name) > rank);
    if (later >= 0) place = later;
  }
  list.splice(place, 0, [key, value]);
  return objectOf(list);
}

/** Removes a key; the same object when it is not there. */
export function removeKey(object: ObjectValue, key: string): ObjectValue {
  if (!has(object, key)) return object;
  return objectOf(entries(object).filter(([name]) => name !== key));
}

/** Renames a key in its place; the same object when it is not there. Throws when the new key is taken. */
export function renameKey(object: ObjectValue, from: string, to: string): ObjectValue {
  if (from === to || !has(object, from)) return object;
  if (has(object, to)) throw new Error(`There is a ${to} already.`);
  return objectOf(entries(object).map(([name, value]) => [name === from ? to : name, value]));
}

/** Tells the keys of a structure in the order in which new ones are to be placed; given the structure's path. */
export type KeyOrder = (at: Path) => readonly string[];

const noOrder: KeyOrder = () => [];

/**
 * Sets the value at a path and makes what is missing on the way: an object for a string segment, a list for a number.
 * A list index one past the end appends; further out throws.
 */
export function setIn(
  root: Value | undefined,
  path: Path,
  value: Value,
  order: KeyOrder = noOrder,
  at: Path = [],
): Value {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (typeof segment === "number") {
    const list = isList(root) ? root : [];
    if (segment > list.length) throw new Error(`There is no place ${segment} in a list of ${list.length}.`);
    const before = list[segment];
    const after = setIn(before, rest, value, order, [...at, segment]);
    if (before === after && before !== undefined) return list;
    const copy = [...list];
    copy[segment] = after;
    return copy;
  }
  const object = isObject(root) ? root : {};
  const after = setIn(get(object, segment), rest, value, order, [...at, segment]);
  return setKey(object, segment, after, order(at));
}

/** Removes the value at a path (a list closes up); what is left empty around it stays. The same root when it is not there. */
export function removeIn(root: Value, path: Path): Value {
  const [segment, ...rest] = path;
  if (segment === undefined) throw new Error("A whole document cannot be removed.");
  if (typeof segment === "number") {
    if (!isList(root) || segment >= root.length) return root;
    if (rest.length === 0) return root.toSpliced(segment, 1);
    const after = removeIn(root[segment]!, rest);
    return after === root[segment] ? root : root.with(segment, after);
  }
  if (!isObject(root)) return root;
  if (rest.length === 0) return removeKey(root, segment);
  const before = get(root, segment);
  if (before === undefined) return root;
  const after = removeIn(before, rest);
  return after === before ? root : setKey(root, segment, after);
}

/** Visits every value below `value`, itself first, depth first, in document order. `visit` returns false to stay out of a value. */
export function walk(value: Value, visit: (value: Value, path: Path) => unknown, path: Path = []): void {
  if (visit(value, path) === false) return;
  if (isList(value)) {
    value.forEach((item, index) => {
      walk(item, visit, [...path, index]);
    });
  } else if (isObject(value)) {
    for (const [key, item] of entries(value)) walk(item, visit, [...path, key]);
  }
}

/** Rebuilds a value from the leaves up; what `change` returns unchanged is shared. Given each value after its members were rebuilt. */
export function mapValues(value: Value, change: (value: Value) => Value): Value {
  if (isList(value)) return change(mapped(value, (item) => mapValues(item, change)));
  if (!isObject(value)) return change(value);
  const list = entries(value);
  const after = mapped(list, (entry): Entry => {
    const item = mapValues(entry[1], change);
    return item === entry[1] ? entry : [entry[0], item];
  });
  return change(after === list ? value : objectOf(after));
}

/** The same list where nothing in it changes: one of 190,000 is not written anew to find that out. */
function mapped<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  let changed: T[] | null = null;
  for (let at = 0; at < list.length; at++) {
    const item = list[at] as T;
    const after = change(item);
    if (after === item) continue;
    changed ??= [...list];
    changed[at] = after;
  }
  return changed ?? list;
}

/** True when two values mean the same, number text and order of keys included. */
export function sameValue(left: Value | undefined, right: Value | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  if (left instanceof LosslessNumber || right instanceof LosslessNumber) {
    return left instanceof LosslessNumber && right instanceof LosslessNumber && left.value === right.value;
  }
  if (isList(left)) {
    return isList(right) && left.length === right.length && left.every((item, i) => sameValue(item, right[i]));
  }
  if (isObject(left) && isObject(right)) {
    const ours = entries(left);
    const theirs = entries(right);
    return (
      ours.length === theirs.length &&
      ours.every(([key, value], i) => key === theirs[i]![0] && sameValue(value, theirs[i]![1]))
    );
  }
  return false;
}
