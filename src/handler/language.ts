import type { Language } from "./code/code";

const ofEnding: ReadonlyMap<string, Language> = new Map([
  ["py", "python"],
  ["js", "javascript"],
  ["mjs", "javascript"],
  ["cjs", "javascript"],
  ["ts", "javascript"],
  ["mts", "javascript"],
  ["cts", "javascript"],
]);

/** The language that a file's name tells; null where it tells none. */
export function languageOfFile(name: string): Language | null {
  return ofEnding.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "") ?? null;
}

const python = [
  /^[ \t]*(async[ \t]+)?def[ \t]+\w+[ \t]*\(/m,
  /^[ \t]*(from[ \t]+[\w.]+[ \t]+)?import[ \t]+[\w.]+[ \t]*(as|,|$)/m,
  /^[ \t]*(if|elif|else|try|except|with|for|while)\b.{0,200}:[ \t]*$/m,
  /\bNone\b|\bTrue\b|\bFalse\b|^@\w/m,
  /^[ \t]*#/m,
];
const javascript = [
  /=>/,
  /\bfunction\b/,
  /\b(const|let|var)\b/,
  /^[ \t]*export\b|\bexports\b/m,
  /;[ \t]*$/m,
  /^[ \t]*\/\//m,
];

/** The language that pasted code is written in, by how it looks. */
export function languageOfText(text: string): Language {
  const start = text.slice(0, 50_000);
  const score = (signs: readonly RegExp[]) => signs.filter((sign) => sign.test(start)).length;
  return score(javascript) > score(python) ? "javascript" : "python";
}
