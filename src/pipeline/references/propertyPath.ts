import type { Segment } from "../definition/path";
import { oncePerObject } from "../remember";

const dot = 46;
const openBracket = 91;
const quote = 39;

function endOfKey(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === dot || code === openBracket) return at;
  }
  return text.length;
}

/**
 * Splits what follows a root in a reference into segments: `Outputs['train'].S3Uri` → Outputs, train, S3Uri; `List[0]` → List, 0.
 * A key in brackets runs to the next `']`: the SDK does not escape quotes (v2 properties.py:171-196). Null when it is malformed.
 * Remembered: the steps of a type are read by the same few properties.
 */
export const splitProperty = oncePerObject((text: string): readonly Segment[] | null => {
  const segments: Segment[] = [];
  let at = 0;
  while (at < text.length) {
    const first = text.charCodeAt(at);
    if (first === openBracket && text.charCodeAt(at + 1) === quote) {
      const end = text.indexOf("']", at + 2);
      if (end < 0) return null;
      segments.push(text.slice(at + 2, end));
      at = end + 2;
      continue;
    }
    if (first === openBracket) {
      const end = text.indexOf("]", at);
      const index = end < 0 ? "" : text.slice(at + 1, end);
      if (!/^\d{1,9}$/.test(index)) return null;
      segments.push(Number(index));
      at = end + 1;
      continue;
    }
    if (at > 0) {
      if (first !== dot) return null;
      at++;
    }
    const start = at;
    at = endOfKey(text, at);
    if (at === start) return null;
    segments.push(text.slice(start, at));
  }
  return segments;
});

/**
 * The name by which people know an output: its last key (`train_path`, `S3ModelArtifacts`), with the place where it has only that;
 * for an element's member, the member (`S3Uri`). Returns the text itself when it is malformed.
 */
export function shortOutputName(property: string): string {
  const last = splitProperty(property)?.at(-1);
  if (last === undefined) return property;
  return typeof last === "number" ? `[${last}]` : last;
}
