/** Random definition values and random edits of them, for property tests. */

import type { Path, Segment } from "../pipeline/definition/path";
import {
  type Entry,
  entries,
  getIn,
  isList,
  isObject,
  LosslessNumber,
  type ObjectValue,
  objectOf,
  removeIn,
  setIn,
  type Value,
  walk,
} from "../pipeline/definition/value";
import fc from "./properties";

const key = fc.oneof(
  fc.constantFrom("Name", "Steps", "10", "2", "0", "a", "b", "c", "#", "@", "!", "hasOwnProperty", ""),
  fc.string({ maxLength: 4 }).filter((name) => name !== "__proto__"),
);
const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(null, true, false, "", "s3://b", 0, 1, 2.5, 1e21),
  fc.constantFrom("2.0", "1e5", "12345678901234567890", "-0").map((text) => new LosslessNumber(text)),
  fc.string({ unit: "binary", maxLength: 6 }),
  fc.integer(),
);

/** Any value: every scalar, kept number text, index-like keys, keys that look like marks, lone surrogates. */
export const arbitraryValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 6 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 6 }).map((list): Value => objectOf(list)),
  ),
})).value;

export const arbitraryObject: fc.Arbitrary<ObjectValue> = fc
  .array(fc.tuple(key, arbitraryValue), { maxLength: 8 })
  .map((list) => objectOf(list));

/** A change of some value inside another; what it does not touch stays shared. */
export type RandomEdit = (object: ObjectValue) => ObjectValue;

export const arbitraryEdit: fc.Arbitrary<RandomEdit> = fc
  .tuple(
    fc.nat(),
    fc.constantFrom("set", "remove", "shuffle", "insert", "rename", "move"),
    fc.nat(),
    key,
    arbitraryValue,
  )
  .map(
    ([where, kind, place, name, value]): RandomEdit =>
      (object) =>
        edited(object, where, kind, place, name, value),
  );

function edited(object: ObjectValue, where: number, kind: string, place: number, name: string, value: Value) {
  const paths: Path[] = [];
  walk(object, (_, path) => void paths.push(path));
  const path = paths[where % paths.length] ?? [];
  const at = getIn(object, path);
  const made = isList(at)
    ? editedList(at, kind, place, value)
    : isObject(at)
      ? editedObject(at, kind, place, name, value)
      : value;
  if (kind === "remove" && path.length > 0 && place % 2 === 0) return asObject(removeIn(object, path), object);
  if (made === undefined) return object;
  return asObject(setInside(object, path, made), object);
}

function setInside(object: ObjectValue, path: readonly Segment[], value: Value): Value {
  return path.length === 0 ? value : setIn(object, path, value);
}

function asObject(value: Value, otherwise: ObjectValue): ObjectValue {
  return isObject(value) ? value : otherwise;
}

function editedList(list: readonly Value[], kind: string, place: number, value: Value): Value {
  const at = list.length === 0 ? 0 : place % list.length;
  const item = list[at];
  if (kind === "remove") return list.toSpliced(at, 1 + (place % 3));
  if (kind === "move" && item !== undefined)
    return list.toSpliced(at, 1).toSpliced((place >> 3) % list.length, 0, item);
  if (kind === "shuffle") return list.toReversed();
  if (kind === "rename" && item !== undefined) return list.toSpliced(at, 0, item);
  return kind === "set" && item !== undefined ? list.with(at, value) : list.toSpliced(at, 0, value, value);
}

function editedObject(object: ObjectValue, kind: string, place: number, name: string, value: Value): Value {
  const list = entries(object);
  const at = list.length === 0 ? 0 : place % list.length;
  const entry = list[at];
  if (kind === "remove") return objectOf(list.toSpliced(at, 1));
  if (kind === "shuffle") return objectOf(list.toReversed());
  if (kind === "move" && entry !== undefined) return objectOf([...list.toSpliced(at, 1), entry]);
  if (kind === "rename" && entry !== undefined) return objectOf(list.with(at, [name, entry[1]]));
  const fresh: Entry = [name, value];
  return objectOf(kind === "insert" ? [...list.slice(0, at), fresh, ...list.slice(at)] : [...list, fresh]);
}
