import { eachEntry, isList, isScalar, LosslessNumber, OrderedObject, type Value } from "./value";

/** True when `JSON.stringify` would print this value as it is: no kept number text and no kept order inside. */
function isPlain(value: Value): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (value instanceof LosslessNumber || value instanceof OrderedObject) return false;
  if (isList(value)) {
    for (let i = 0; i < value.length; i++) if (!isPlain(value[i] as Value)) return false;
    return true;
  }
  for (const key in value) if (!isPlain(value[key] as Value)) return false;
  return true;
}

/**
 * Prints a value as JSON text, number text and order of keys as they came in.
 * `indent` is the number of spaces a level; 0 prints one line without spaces.
 */
export function serialise(value: Value, indent = 0): string {
  if (isPlain(value)) return JSON.stringify(value, null, indent);
  return new Printer(indent).print(value, indent > 0 ? "\n" : "");
}

/** How many characters `serialise` prints on one line. */
export function serialisedLength(value: Value): number {
  if (typeof value === "string") return quotedLength(value);
  if (isScalar(value)) return (value instanceof LosslessNumber ? value.value : String(value)).length;
  let length = 1;
  if (isList(value)) for (let i = 0; i < value.length; i++) length += serialisedLength(value[i] as Value) + 1;
  else
    eachEntry(value, (key, item) => {
      length += quotedLength(key) + serialisedLength(item) + 2;
    });
  return Math.max(2, length);
}

function quotedLength(text: string): number {
  return simple.test(text) ? text.length + 2 : JSON.stringify(text).length;
}

/** Texts that stand in JSON as they are. */
const simple = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

function quoted(text: string): string {
  return simple.test(text) ? `"${text}"` : JSON.stringify(text);
}

class Printer {
  private readonly step: string;
  private readonly colon: string;
  constructor(indent: number) {
    this.step = " ".repeat(indent);
    this.colon = indent > 0 ? ": " : ":";
  }

  /** `margin` is what begins a line at this depth: a line feed and the spaces; "" where all is on one line. */
  print(value: Value, margin: string): string {
    if (typeof value === "string") return quoted(value);
    if (isScalar(value)) return value instanceof LosslessNumber ? value.value : String(value);
    const inner = margin === "" ? "" : margin + this.step;
    let printed = "";
    if (isList(value)) {
      for (let i = 0; i < value.length; i++)
        printed += `${i > 0 ? "," : ""}${inner}${this.print(value[i] as Value, inner)}`;
      return printed === "" ? "[]" : `[${printed}${margin}]`;
    }
    eachEntry(value, (key, item) => {
      printed += `${printed === "" ? "" : ","}${inner}${quoted(key)}${this.colon}${this.print(item, inner)}`;
    });
    return printed === "" ? "{}" : `{${printed}${margin}}`;
  }
}
