import { parseValue } from "../../../pipeline/definition/parse";
import { serialise } from "../../../pipeline/definition/serialise";
import type { Template } from "../../../pipeline/references/template";

/** Stands in for a chip while the text around it is read as JSON. */
const standIn = "\uFFFC";

/** True where a text ends inside a JSON string that has begun in it. */
export function endsInString(text: string): boolean {
  let inside = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inside && char === "\\") at += 1;
    else if (char === '"') inside = !inside;
  }
  return inside;
}

/** What keeps a text with chips from being JSON when it is read at run time; null where nothing does. */
export function whyNotJson({ texts }: Template): string | null {
  let before = "";
  for (const text of texts.slice(0, -1)) {
    before += text;
    if (!endsInString(before)) return "A reference gives text: it stands inside a string, between quotes.";
    before += standIn;
  }
  const read = parseValue(texts.join(standIn));
  if (read.ok || texts.join("").trim() === "") return null;
  const { line, column, message } = read.refusal;
  return `Line ${line}, column ${column}: ${message}`;
}

/** The same JSON, indented; null where it is none, or stands in one line that need not be broken. */
export function indented({ texts, expressions }: Template): Template | null {
  const text = texts.join(standIn);
  const read = parseValue(text);
  if (!read.ok || text.split(standIn).length !== texts.length) return null;
  const next = serialise(read.value, 2).split(standIn);
  return next.length === texts.length ? { texts: next, expressions } : null;
}
