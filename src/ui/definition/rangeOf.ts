/** Where a value stands in JSON text. The text has been parsed before, so it is well formed. */
import type { Path } from "../../pipeline/definition/path";
import { endOfString, endOfWord, skipSpace } from "../../pipeline/definition/textNodes";

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The range of the value at a path; null where the text has none. */
export function rangeOf(text: string, path: Path): Range | null {
  let at = skipSpace(text, 0);
  for (const segment of path) {
    at = typeof segment === "number" ? elementAt(text, at, segment) : memberAt(text, at, segment);
    if (at < 0) return null;
  }
  return { from: at, to: endOf(text, at) };
}

function elementAt(text: string, list: number, index: number): number {
  if (text[list] !== "[") return -1;
  let at = skipSpace(text, list + 1);
  for (let count = 0; text[at] !== "]" && at < text.length; count++) {
    if (count === index) return at;
    at = skipSpace(text, endOf(text, at));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return -1;
}

function memberAt(text: string, object: number, key: string): number {
  if (text[object] !== "{") return -1;
  let at = skipSpace(text, object + 1);
  while (text[at] === '"') {
    const keyEnd = endOf(text, at);
    const value = skipSpace(text, skipSpace(text, keyEnd) + 1);
    if (JSON.parse(text.slice(at, keyEnd)) === key) return value;
    at = skipSpace(text, endOf(text, value));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return -1;
}

/** The end of the value that starts at a place. */
function endOf(text: string, start: number): number {
  let at = start;
  let depth = 0;
  do {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === "{" || character === "[") {
      depth++;
      at++;
    } else if (character === "}" || character === "]") {
      depth--;
      at++;
    } else if (depth > 0) at++;
    else at = endOfWord(text, at);
  } while (depth > 0 && at < text.length);
  return at;
}
