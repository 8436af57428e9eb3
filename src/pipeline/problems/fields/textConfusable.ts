import { type Path, printPath } from "../../definition/path";
import {
  eachEntry,
  get,
  isObject,
  keys,
  type ObjectValue,
  OrderedObject,
  type PlainObject,
  type Value,
  walk,
} from "../../definition/value";
import type { Place } from "../../schema/place";
import { put, putInDefinition } from "../fixes";
import type { Finding, Report, Rule } from "../problem";

/** Characters that turn the direction of text, characters without a picture, and halves of characters. */
const invisible =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const everyInvisible = new RegExp(invisible, "g");

export const textConfusable: Rule = {
  code: "text-confusable",
  severity: "warning",
  why: "Characters that change the direction of text or have no picture make it read as something else than it is (Unicode Technical Report 36): a path or a command is then not what the reviewer saw. Half of a character (a lone surrogate) has no form in UTF-8, and readers of JSON do with it what they like (RFC 8259, section 8.2).",
  looksAt: ["texts", "objects"],
  looksWhere: (place, look) => look === "texts" || hasOwnKeys(place),
  checkField({ value, at, entry, place }, report) {
    if (typeof value !== "string") {
      if (isObject(value) && hasOwnKeys(place)) checkKeys(value, entry.name, at, report);
      return;
    }
    if (isAscii(value) || !invisible.test(value)) return;
    report({
      message: `${printPath(at)} of ${entry.name} holds ${kind(value)}.`,
      fixes: [put("Take it out", entry, [...at], value.replace(everyInvisible, ""))],
    });
  },
  checkDefinition({ definition }) {
    return keys(definition)
      .filter((key) => key !== "Steps")
      .flatMap((key) => findingsIn(get(definition, key) ?? null, key));
  },
};

/** Most texts are short: a loop is through before a regular expression has begun. */
function isAscii(text: string): boolean {
  if (text.length > 64) return false;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}

function hasAsciiKeys(value: PlainObject): boolean {
  for (const key in value) if (!isAscii(key)) return false;
  return true;
}

/** The keys of a structure are the API's; another rule doubts all others. */
function hasOwnKeys({ shape, zone }: Place): boolean {
  return shape?.kind !== "structure" || zone === "envelope";
}

function checkKeys(value: ObjectValue, name: string, at: Path, report: Report): void {
  if (!(value instanceof OrderedObject) && hasAsciiKeys(value)) return;
  eachEntry(value, (key) => {
    if (isAscii(key) || !invisible.test(key)) return;
    report({ at: [...at, key], message: `The key ${shown(key)} of ${name} holds ${kind(key)}.` });
  });
}

function findingsIn(value: Value, key: string): Finding[] {
  const found: Finding[] = [];
  walk(
    value,
    (inner, at) => {
      if (typeof inner !== "string" || !invisible.test(inner)) return;
      const fix = { label: "Take it out", recipe: putInDefinition(at, inner.replace(everyInvisible, "")) };
      found.push({ step: null, at, message: `${printPath(at)} holds ${kind(inner)}.`, fixes: [fix] });
    },
    [key],
  );
  return found;
}

function kind(text: string): string {
  const code = invisible.exec(text)?.[0].charCodeAt(0) ?? 0;
  const turns =
    (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0x200e || code === 0x200f;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  if (code >= 0xd800 && code <= 0xdfff) return `half of a character (${name}), which the service may refuse or replace`;
  return turns ? `a character that turns the direction of text (${name})` : `an invisible character (${name})`;
}

function shown(text: string): string {
  return text.replace(everyInvisible, "·");
}
