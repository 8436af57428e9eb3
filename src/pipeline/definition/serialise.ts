import { isList, isScalar, LosslessNumber, OrderedObject, type Value } from "./value";

function scalar(value: Value): string {
  return value instanceof LosslessNumber ? value.value : JSON.stringify(value);
}

/** True when `JSON.stringify` would print this value as it is: no kept number text and no kept order inside. */
function isPlain(value: Value): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (value instanceof LosslessNumber || value instanceof OrderedObject) return false;
  if (isList(value)) return value.every(isPlain);
  for (const key in value) if (!isPlain(value[key] as Value)) return false;
  return true;
}

/**
 * Prints a value as JSON text, number text and order of keys as they came in.
 * `indent` is the number of spaces a level; 0 prints one line without spaces.
 */
export function serialise(value: Value, indent = 0): string {
  if (isPlain(value)) return JSON.stringify(value, null, indent);
  return print(value, indent, "");
}

function print(value: Value, indent: number, margin: string): string {
  if (isScalar(value)) return scalar(value);
  const inner = margin + " ".repeat(indent);
  const [open, close] = isList(value) ? "[]" : "{}";
  const parts = isList(value)
    ? value.map((item) => print(item, indent, inner))
    : (value instanceof OrderedObject ? value.list : Object.entries(value)).map(
        ([key, item]) => `${JSON.stringify(key)}:${indent > 0 ? " " : ""}${print(item, indent, inner)}`,
      );
  if (parts.length === 0) return `${open}${close}`;
  if (indent === 0) return `${open}${parts.join(",")}${close}`;
  return `${open}\n${inner}${parts.join(`,\n${inner}`)}\n${margin}${close}`;
}
