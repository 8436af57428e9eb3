import { LosslessNumber, type Value } from "../../pipeline/definition/value";

export type NumberRead =
  | { readonly ok: true; readonly value: number | LosslessNumber }
  | { readonly ok: false; readonly why: string };

/** Reads what a person typed as a number of the definition, its text kept: `2.0` stays `2.0`. */
export function readNumber(text: string, kind: "integer" | "float", label: string): NumberRead {
  const typed = text.trim();
  const said = typed === "" ? "Nothing" : `“${typed}”`;
  if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(typed)) {
    const what = kind === "integer" ? "a whole number" : "a number such as 0.5";
    return { ok: false, why: `${said} is not a number. ${label} takes ${what}.` };
  }
  if (kind === "integer" && !/^-?\d+$/.test(typed)) {
    return { ok: false, why: `${said} has decimals. ${label} takes a whole number.` };
  }
  const value = Number(typed);
  return { ok: true, value: String(value) === typed ? value : new LosslessNumber(typed) };
}

/** The text of a scalar as it stands in the definition; null for what is none. */
export function scalarText(value: Value | undefined): string | null {
  if (value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof LosslessNumber) return value.value;
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  return null;
}
