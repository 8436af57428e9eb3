import { lookup } from "../../pipeline/definition/byName";
import { LosslessNumber, type Value } from "../../pipeline/definition/value";

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** What Python or an editor would not show as itself: controls, lone surrogates, joiners and marks of direction. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\\]|(?! )\p{Zs}/gu;

/** A text as a Python literal, with the quotes that need fewer escapes, as `ruff format` chooses them. */
export function quoted(text: string): string {
  const quote = count(text, '"') > count(text, "'") ? "'" : '"';
  const inside = text.replace(unseen, escaped).replaceAll(quote, `\\${quote}`);
  return `${quote}${inside}${quote}`;
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}

function escaped(sign: string): string {
  const name = lookup(named, sign);
  if (name !== undefined) return name;
  const code = sign.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}

/** A number of JSON in Python: the same text, its exponent as `ruff format` writes it. */
export function number(value: number | LosslessNumber): string {
  const text = value instanceof LosslessNumber ? value.value : String(value);
  return text.toLowerCase().replace("e+", "e");
}

/** What is neither list nor object nor text. */
export function scalar(value: Value): string | null {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  return typeof value === "number" || value instanceof LosslessNumber ? number(value) : null;
}
