/**
 * Values as JSON text for storage, and back.
 *
 * The import's own parser is bounded on purpose (depth, size, keys); what a user has built here must always be
 * readable again, so storage has a form of its own without those bounds: plain JSON, with three marked objects for
 * what JSON cannot say. A plain object that happens to look like a mark is wrapped in one.
 */
import { atOnce } from "../../pipeline/definition/atOnce";
import {
  type Entry,
  isList,
  isObject,
  LosslessNumber,
  OrderedObject,
  type Scalar,
  type Value,
} from "../../pipeline/definition/value";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const marks = {
  /** `{"#": "2.0"}`: a number whose text is kept. */
  text: "#",
  /** `{"@": [key, value, …]}`: an object whose order a plain one would lose. */
  ordered: "@",
  /** `{"!": {…}}`: a plain object that looks like one of these marks. */
  plain: "!",
} as const;
const allMarks = new Set<string>(Object.values(marks));

/** A value in the form that `JSON.stringify` and `JSON.parse` keep unchanged. */
export function encodeValue(value: Value): Json {
  return isFlat(value) ? encodeFlat(value) : atOnce(encodeInParts(value));
}

/** The same in many small parts: a document may have two hundred thousand keys. */
export function* encodeInParts(value: Value): Generator<undefined, Json> {
  if (isFlat(value)) return encodeFlat(value);
  yield;
  if (isList(value)) {
    const list: Json[] = [];
    for (const item of value) list.push(isFlat(item) ? encodeFlat(item) : yield* encodeInParts(item));
    return list;
  }
  if (value instanceof OrderedObject) {
    const members: Json[] = [];
    for (const [key, item] of value.list) {
      if (members.length % keysBetween === 0) yield;
      members.push(key, isFlat(item) ? encodeFlat(item) : yield* encodeInParts(item));
    }
    return { [marks.ordered]: members };
  }
  const members: [string, Json][] = [];
  for (const [key, item] of presentEntries(value))
    members.push([key, isFlat(item) ? encodeFlat(item) : yield* encodeInParts(item)]);
  const made: Record<string, Json> = Object.fromEntries(members);
  return markOf(made) === undefined ? made : { [marks.plain]: made };
}

/** After so many keys and values of one object there is room for something else; a plain one has few. */
const keysBetween = 1_000;

function isFlat(value: Value): value is Scalar {
  return !isList(value) && !isObject(value);
}

function encodeFlat(value: Scalar): Json {
  return value instanceof LosslessNumber ? { [marks.text]: value.value } : value;
}

/** The value that `encodeValue` encoded. Throws for what it cannot have written. */
export function decodeValue(json: Json): Value {
  if (typeof json !== "object" || json === null) return json;
  if (isJsonList(json)) return json.map(decodeValue);
  const mark = markOf(json);
  if (mark === undefined) return decodeMembers(json);
  const marked = json[mark];
  if (mark === marks.text && typeof marked === "string") return new LosslessNumber(marked);
  if (mark === marks.ordered && isJsonList(marked)) return new OrderedObject(decodeEntries(marked));
  if (mark === marks.plain && typeof marked === "object" && marked !== null && !isJsonList(marked)) {
    return decodeMembers(marked);
  }
  throw new Error("A stored value is damaged.");
}

/** The entries of an object without keys that stand there with no value. */
export function presentEntries(value: Value): readonly Entry[] {
  if (!isObject(value)) return [];
  if (value instanceof OrderedObject) return value.list;
  return Object.entries<Value | undefined>(value).filter((entry): entry is [string, Value] => entry[1] !== undefined);
}

function isJsonList(json: Json | undefined): json is readonly Json[] {
  return Array.isArray(json);
}

function markOf(json: { readonly [key: string]: Json }): string | undefined {
  let only: string | undefined;
  for (const key in json) {
    if (only !== undefined || !allMarks.has(key)) return undefined;
    only = key;
  }
  return only;
}

function decodeMembers(json: { readonly [key: string]: Json }): Value {
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, decodeValue(item)]));
}

function decodeEntries(flat: readonly Json[]): readonly Entry[] {
  const list: Entry[] = [];
  for (let i = 0; i < flat.length; i += 2) {
    const key = flat[i];
    const item = flat[i + 1];
    if (typeof key !== "string" || item === undefined) throw new Error("A stored value is damaged.");
    list.push([key, decodeValue(item)]);
  }
  return list;
}
