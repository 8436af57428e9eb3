import { closingLine } from "./heredocs";

/**
 * Terraform code of the same length without what the grammar cannot read in an object: `X = upper("a")`, `X = local.subnets[0]`. A call
 * and an index become part of the name before them; they are computed by Terraform either way. A `jsonencode` that is all of an
 * attribute stays.
 */
export function withoutCalls(code: string): string {
  const parts: string[] = [];
  /** What is open around a place: true for the braces of an object and for brackets, false for those of a block. */
  const open: boolean[] = [];
  let before = "";
  for (let at = 0; at < code.length; ) {
    const char = code.charAt(at);
    const text = endOfText(code, at);
    const isSuffix = (char === "(" || char === "[") && /[\w)\]_-]/.test(code.charAt(at - 1));
    const isKept = char === "(" && !open.includes(true) && /\bjsonencode$/.test(code.slice(Math.max(0, at - 20), at));
    const end = text > at ? text : isSuffix && !isKept ? endOfBrackets(code, at) : at + 1;
    if (end === -1) return code;
    parts.push(text > at || end === at + 1 ? code.slice(at, end) : "_".repeat(end - at));
    if (end === at + 1 && text === at) {
      if (char === "{") open.push(/[=([,:?]/.test(before));
      else if (char === "(" || char === "[") open.push(true);
      else if (char === "}" || char === ")" || char === "]") open.pop();
    }
    if (!/\s/.test(char) && !isComment(code, at)) before = char;
    at = end;
  }
  return parts.join("");
}

/** Behind the bracket that closes the one at `at`; -1 where none does. */
function endOfBrackets(code: string, at: number): number {
  let depth = 0;
  for (let i = at; i < code.length; ) {
    const text = endOfText(code, i);
    if (text > i) {
      i = text;
      continue;
    }
    const char = code.charAt(i);
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    i += 1;
    if (depth === 0) return i;
  }
  return -1;
}

function isComment(code: string, at: number): boolean {
  return code[at] === "#" || (code[at] === "/" && (code[at + 1] === "/" || code[at + 1] === "*"));
}

/** Behind a comment, a quoted text or a heredoc that begins at `at`; `at` where none does. */
function endOfText(code: string, at: number): number {
  const to = (end: number, length: number) => (end === -1 ? code.length : end + length);
  if (code[at] === '"') return endOfQuoted(code, at);
  if (isComment(code, at))
    return code[at + 1] === "*" ? to(code.indexOf("*/", at + 2), 2) : to(code.indexOf("\n", at), 0);
  if (code[at] !== "<" || code[at + 1] !== "<") return at;
  const [opening = "", word = ""] = /^<<-?([\w-]+)\r?\n/.exec(code.slice(at, at + 200)) ?? [];
  if (word === "") return at;
  return closingLine(code, word, at + opening.length)?.to ?? code.length;
}

/** `"a ${f("b")} c"`: quotes in a hole do not end the text. */
function endOfQuoted(code: string, at: number): number {
  for (let i = at + 1; i < code.length; i++) {
    const char = code[i];
    if (char === "\\") i += 1;
    else if (char === '"') return i + 1;
    else if (char === "\n") return i;
    else if ((char === "$" || char === "%") && code[i + 1] === "{" && code[i - 1] !== char) {
      const end = endOfBrackets(code, i + 1);
      if (end === -1) return code.length;
      i = end - 1;
    }
  }
  return code.length;
}
