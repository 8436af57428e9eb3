import { parsePath } from "../definition/path";
import { oncePerObject } from "../remember";

/**
 * Splits what follows a root in a reference into segments: `Outputs['train'].S3Uri` → Outputs, train, S3Uri; `List[0]` → List, 0.
 * A key in brackets runs to the next `']`: the SDK does not escape quotes (v2 properties.py:171-196). Null when it is malformed.
 * Remembered: the steps of a type are read by the same few properties.
 */
export const splitProperty = oncePerObject(parsePath);

/**
 * The name by which people know an output: its last key (`train_path`, `S3ModelArtifacts`), with the place where it has only that;
 * for an element's member, the member (`S3Uri`). Returns the text itself when it is malformed.
 */
export function shortOutputName(property: string): string {
  const last = splitProperty(property)?.at(-1);
  if (last === undefined) return property;
  return typeof last === "number" ? `[${last}]` : last;
}
