/**
 * Python that is newer than the parser's grammar, written as older Python of the same length, so that every place in the text stays. What
 * it says of outputs is the same; only the parser sees it.
 */
import { closingAt, masked } from "./masked";

type Rewrite = (text: string) => string;

/** One after the other: each sees what those before it made. */
const rewrites: readonly Rewrite[] = [
  // A form feed begins a line anew (lexical analysis, 2.1.8).
  (text) => text.replaceAll("\f", "\n"),
  templateStrings,
  typeParameters,
  decorators,
  parenthesisedWith,
  // `lazy import` of 3.15 (PEP 810).
  inCode(/^([ \t]*)lazy(?=[ \t]+(?:import|from)\b)/gm, blank),
  // Positional-only parameters of a lambda (PEP 570).
  inCode(/\blambda\b[^:\n]{0,200}?,\s*\/(?=\s*[,:])/g, (all) => all.replace(/,(\s*)\/$/, " $1 ")),
  // `*args: *Ts` (PEP 646), `for x in *a, *b` (3.9), `a[*b]` (PEP 646).
  inCode(/(?:\*[ \t]*\w+[ \t]*:|\bin\b|,|\[)[ \t]*\*(?=[ \t]*[A-Za-z_(])/g, (all) => all.replace(/\*$/, " ")),
  // `with a as self.b`, `with a as (b, c)`.
  inCode(/\bas[ \t]+(?:\([^()\n]{0,200}\)|\w+[.[][^,:\n]{0,200})(?=[ \t]*[,:])/g, blank),
  // `(yield)`
  inCode(/\byield(?<=[=(:][ \t]{0,9}yield)(?=[ \t]*[)\n])/g, () => "None "),
  // `case -1`, `case 1 + 2j`
  inCode(/[+-](?<=\bcase\b[^:\n]{0,200}\d[ \t]{0,9}.)[ \t]*[\d.]+j/g, blank),
  inCode(/-(?<=\bcase\b[^:\n]{0,200})(?=[ \t]*\d)/g, blank),
];

export function inOlderPython(text: string): string {
  return rewrites.reduce((now, rewrite) => rewrite(now), text);
}

/** Code that holds more of one kind is no handler that somebody wrote. */
const most = 500;

function found(code: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...code.matchAll(pattern)].slice(0, most);
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, " ");
}

function blanked(text: string, from: number, to: number): string {
  return text.slice(0, from) + blank(text.slice(from, to)) + text.slice(to);
}

/** Rewrites what a pattern finds in the code, not in texts and comments; `to` keeps the length. */
function inCode(pattern: RegExp, to: (words: string) => string): Rewrite {
  return (text) => {
    let made = text;
    for (const { 0: words, index } of found(masked(text), pattern)) {
      const end = index + words.length;
      made = made.slice(0, index) + to(made.slice(index, end)) + made.slice(end);
    }
    return made;
  };
}

/** `t"…"` of 3.14 (PEP 750) is read as `f"…"`. */
function templateStrings(text: string): string {
  return text.replaceAll(/(?<![\w"'])([rR]?)[tT]([rR]?)(?=["'])/g, "$1f$2");
}

/** `def f[T = int](…)`, `class A[T]`, `type D[T] = …` (PEP 695 and 696): what stands in the brackets is nothing that runs. */
function typeParameters(text: string): string {
  const code = masked(text);
  let made = text;
  for (const { 0: words, index } of found(code, /\b(?:def|class|type)[ \t]+\w+[ \t]*(?=\[)/g)) {
    const at = index + words.length;
    const end = closingAt(code, at);
    // Brackets stay brackets over several lines.
    if (end !== -1) made = made.slice(0, at) + made.slice(at, end + 1).replaceAll(/[\s\S]/g, " ") + made.slice(end + 1);
  }
  return made;
}

/**
 * Any expression may be a decorator since 3.9 (PEP 614); the parser takes a name and one call, and `@Logger().inject` is a fault to it.
 * Such lines become comments.
 */
function decorators(text: string): string {
  const code = masked(text);
  let made = text;
  for (const { index, 0: start } of found(code, /^[ \t]*@/gm)) {
    const from = index + start.length;
    let end = from;
    for (; end < code.length && code[end] !== "\n"; end++) {
      const closing = "([{".includes(code.charAt(end)) ? closingAt(code, end) : end;
      end = closing === -1 ? end : closing;
    }
    const written = code.slice(from, end).trim();
    const call = written.indexOf("(");
    const isPlain = /^[\w.]+$/.test(call === -1 ? written : written.slice(0, call));
    if (isPlain && (call === -1 || closingAt(written, call) === written.length - 1)) continue;
    const comment = made.slice(index, end).replaceAll(/^[^\n]/gm, "#");
    made = made.slice(0, index) + comment + made.slice(end);
  }
  return made;
}

/** `with (a as b, c as d):` (3.10): without its brackets, and in one line. */
function parenthesisedWith(text: string): string {
  let made = text;
  const code = masked(text);
  for (const { 0: words, index } of found(code, /\bwith[ \t]*(?=\()/g)) {
    const at = index + words.length;
    const end = closingAt(code, at);
    if (end === -1 || !/^[ \t]*:/.test(code.slice(end + 1))) continue;
    const inside = topLevel(code.slice(at + 1, end));
    if (!/\bas\b|,/.test(inside)) continue;
    // Comments go with the masked text, a comma before the bracket with it.
    const items = code.slice(at + 1, end);
    const kept = [...made.slice(at + 1, end)].map((char, i) => (items[i] === " " || items[i] === "\n" ? " " : char));
    const last = items.trimEnd().length - 1;
    if (items[last] === ",") kept[last] = " ";
    made = `${blanked(made.slice(0, at + 1), at, at + 1)}${kept.join("")} ${made.slice(end + 1)}`;
  }
  return made;
}

/** Code without what lies in brackets in it. */
function topLevel(code: string): string {
  let depth = 0;
  return [...code]
    .filter((char) => {
      if ("([{".includes(char)) depth += 1;
      else if (")]}".includes(char)) depth -= 1;
      return depth === 0;
    })
    .join("");
}
