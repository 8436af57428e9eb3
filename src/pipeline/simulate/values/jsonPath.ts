import type { Segment } from "../../definition/path";
import { get, isList, isObject, type Value } from "../../definition/value";

export type Found = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: string };

/**
 * Splits a `Std:JsonGet` path: `a.b[0]['k']["k"]`, with or without a leading `$.`; null when it is malformed. `[-1]` is the last of a list,
 * for the SDK's executor (local/utils.py, get_using_dot_notation) as for JsonPath. All samples of AWS's SDK stand without the `$`.
 */
export function splitJsonPath(path: string): readonly Segment[] | null {
  const segments: Segment[] = [];
  let at = path.startsWith("$") ? 1 : 0;
  if (at === 1 && path[1] === ".") at = 2;
  const start = at;
  while (at < path.length) {
    if (path[at] === "[") {
      const bracket = readBracket(path, at);
      if (bracket === null) return null;
      segments.push(bracket.segment);
      at = bracket.end;
      continue;
    }
    if (at > start) {
      if (path[at] !== ".") return null;
      at++;
    }
    const from = at;
    while (at < path.length && path[at] !== "." && path[at] !== "[") at++;
    if (at === from) return null;
    segments.push(path.slice(from, at));
  }
  return segments;
}

function readBracket(path: string, at: number): { segment: Segment; end: number } | null {
  const quote = path[at + 1];
  if (quote === "'" || quote === '"') {
    const end = path.indexOf(`${quote}]`, at + 2);
    return end < 0 ? null : { segment: path.slice(at + 2, end), end: end + 2 };
  }
  const end = path.indexOf("]", at);
  const index = end < 0 ? "" : path.slice(at + 1, end);
  return /^-?\d{1,9}$/.test(index) ? { segment: Number(index), end: end + 1 } : null;
}

/** What is said of a path that `splitJsonPath` cannot split: with a slice or a filter it is one all the same (the guide points at JsonPath). */
export function whyNotRead(path: string): string {
  const isWider = /\[\s*(?:[?*(]|-?\d*\s*:|-?\d+\s*,|'[^']*'\s*,)|\.\.|\.\*/.test(path);
  return isWider
    ? `"${path}" is a JSON path with a slice, a filter or a wildcard: the SDK's executor takes none, whether SageMaker does is not known, and Stepwire does not read by them.`
    : `"${path}" is not a JSON path.`;
}

/**
 * Reads a JSON path on a document, as the service does: a missing key, index or wrong kind is an error, never an empty value. For a path
 * that is not read here, what a sample of the file has under the path itself stands in.
 */
export function readJsonPath(document: Value, path: string): Found {
  const segments = splitJsonPath(path);
  if (segments === null) {
    const standsIn = memberOf(document, path);
    if (standsIn !== undefined) return { ok: true, value: standsIn };
    const why = `${whyNotRead(path)} To go on, give the file a sample that has the key ${JSON.stringify(path)}.`;
    return { ok: false, why };
  }
  let at = document;
  for (const segment of segments) {
    const next = typeof segment === "number" ? (isList(at) ? at.at(segment) : undefined) : memberOf(at, segment);
    if (next === undefined) return { ok: false, why: `The document has nothing at "${path}".` };
    at = next;
  }
  return { ok: true, value: at };
}

function memberOf(value: Value, key: string): Value | undefined {
  return isObject(value) ? get(value, key) : undefined;
}
