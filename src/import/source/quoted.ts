import { lookup } from "../../pipeline/definition/byName";
import type { MappedText } from "./mappedText";

/** How far to look for a character of a value before giving up on it. */
const farthest = 4000;

/**
 * The value of a text that stands quoted, folded or indented in a file, with the place of each character. The value is known, so it is
 * enough to walk both side by side: an escape is one step, white space that the value lacks is passed over.
 *
 * @param from where the content begins in `source`, behind a quote
 * @param escapes whether a backslash begins an escape there
 */
export function quoted(value: string, source: string, from: number, to: number, escapes: boolean): MappedText {
  let offsets: Uint32Array | null = null;
  return {
    text: value,
    offsetOf(at) {
      offsets ??= align(value, source, from, to, escapes);
      return offsets[Math.min(at, offsets.length - 1)] ?? from;
    },
  };
}

/** One more than the value has characters: where it ends. */
function align(value: string, source: string, from: number, to: number, escapes: boolean): Uint32Array {
  const offsets = new Uint32Array(value.length + 1);
  let at = from;
  let isSecondHalf = false;
  for (let i = 0; i < value.length; i++) {
    if (isSecondHalf) {
      offsets[i] = offsets[i - 1] ?? from;
      isSecondHalf = false;
      continue;
    }
    if (!(escapes && source[at] === "\\" && !isLineEnd(source[at + 1]))) at = nextLike(value[i] ?? "", source, at, to);
    offsets[i] = at;
    const long = escapes && source[at] === "\\" ? escapeLength(source, at) : 1;
    // An escape of eight digits gives the two halves of one character.
    isSecondHalf = long === 10 && (value.codePointAt(i) ?? 0) > 0xffff;
    at += long;
  }
  offsets[value.length] = Math.min(at, to);
  return offsets;
}

/** Where a character of the value stands, at `at` or behind what folding and indenting put before it. */
function nextLike(character: string, source: string, at: number, to: number): number {
  for (let next = at; next < Math.min(to, at + farthest); next++) {
    const seen = source[next] ?? "";
    if (seen === character || (isSpace(character) && isSpace(seen))) return next;
    // A doubled quote, a backslash at a line's end: what is passed over in them is one character.
    if (!isSpace(seen) && seen !== "\\" && seen !== "'") break;
  }
  return at;
}

function isSpace(character: string): boolean {
  return character === " " || character === "\n" || character === "\r" || character === "\t";
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

const hexDigits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function escapeLength(source: string, at: number): number {
  return 2 + (lookup(hexDigits, source[at + 1] ?? "") ?? 0);
}
