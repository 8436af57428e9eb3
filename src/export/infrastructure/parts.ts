import { serialise } from "../../pipeline/definition/serialise";
import { entries, isList, isObject, type ObjectValue, objectOf, type Value } from "../../pipeline/definition/value";
import type { Mapping } from "./mappings";

/** A definition as text, and the places in it that the person who deploys it fills in. */
export type Part = string | Mapping;

/**
 * The definition's JSON with line breaks, split where a mapped literal stands. All of it can stand in a text of any language that takes a
 * backslash as it is: what some of them would not print or would take for a line's end is written as JSON's escape of it.
 */
export function partsOf(definition: ObjectValue, mappings: readonly Mapping[]): readonly Part[] {
  const plain = readable(definition);
  if (mappings.length === 0) return [escaped(plain)];
  const mark = freeMark(plain);
  return escaped(readable(marking(definition, mappings, mark)))
    .split(mark)
    .map((part, index) => (index % 2 === 0 ? part : (mappings[Number(part)] as Mapping)));
}

/** SageMaker and CloudFormation take 1 MiB, line breaks and all: a large definition goes without them. */
function readable(value: Value): string {
  const text = serialise(value, 2);
  return text.length > 512 * 1024 ? serialise(value) : text;
}

/** Writes the parts as one text: `text` makes a stretch of JSON fit for the language, `hole` is what stands for a mapping. */
export function together(
  parts: readonly Part[],
  text: (json: string) => string,
  hole: (mapping: Mapping) => string,
): string {
  return parts.map((part) => (typeof part === "string" ? text(part) : hole(part))).join("");
}

/** The same text for a language in which `pattern` means something: JSON's escapes for the first character of each match. */
export function withEscapes(json: string, pattern: RegExp): string {
  return json.replace(pattern, (found) => `${unicode(found)}${found.slice(1)}`);
}

/** Controls that JSON leaves as they are, line ends of YAML and JavaScript, marks that turn the direction of what is read. */
const hidden = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

function escaped(json: string): string {
  return json.replace(hidden, unicode);
}

function unicode(text: string): string {
  return `\\u${text.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function freeMark(text: string): string {
  let mark = "~@~";
  while (text.includes(mark)) mark = `~@${mark}`;
  return mark;
}

/** What names things inside of the definition is not filled in. */
const naming = new Set(["Get", "Name", "Type", "Step", "DependsOn", "Version"]);

function marking(value: Value, mappings: readonly Mapping[], mark: string): Value {
  if (typeof value === "string") return markedText(value, mappings, mark);
  if (isList(value)) return value.map((item) => marking(item, mappings, mark));
  if (!isObject(value)) return value;
  return objectOf(
    entries(value).map(([key, item]) => [key, naming.has(key) ? item : marking(item, mappings, mark)] as const),
  );
}

/** Of literals that overlap, the one that begins first; of those the one that was named first. */
function markedText(text: string, mappings: readonly Mapping[], mark: string): string {
  let marked = "";
  let rest = text;
  for (;;) {
    const found = mappings
      .map(({ literal }, index) => ({ index, at: rest.indexOf(literal), length: literal.length }))
      .filter(({ at }) => at >= 0)
      .sort((left, right) => left.at - right.at || left.index - right.index)[0];
    if (found === undefined) return marked + rest;
    marked += `${rest.slice(0, found.at)}${mark}${found.index}${mark}`;
    rest = rest.slice(found.at + found.length);
  }
}
