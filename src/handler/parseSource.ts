import { parser as javascriptParser } from "@lezer/javascript";
import { parser as pythonParser } from "@lezer/python";
import type { Language } from "./code/code";
import { type ParsedCode, parseCode } from "./code/parseCode";
import { inOlderJavascript } from "./javascript/newerSyntax";
import { inOlderPython } from "./python/newerSyntax";

const typescript = javascriptParser.configure({ dialect: "ts" });
// Some of what JavaScript allows means something else in TypeScript.
const plainJavascript = javascriptParser.configure({ dialect: "jsx" });

/** Code that the parsers find a fault in may only be newer than they are. */
export function parseSource(text: string, language: Language): ParsedCode {
  const isPython = language === "python";
  const first = isPython ? parseCode(text, pythonParser) : parseCode(text, typescript, plainJavascript);
  if (first.ok ? first.faultAt === null : first.code !== "malformed") return first;
  const older = isPython ? inOlderPython(text) : inOlderJavascript(text);
  if (older === text) return first;
  const second = isPython ? parseCode(older, pythonParser) : parseCode(older, typescript, plainJavascript);
  return placeOf(second) > placeOf(first) ? second : first;
}

/** How far the code was read without a fault. */
function placeOf(parsed: ParsedCode): number {
  return parsed.ok ? (parsed.faultAt ?? Number.POSITIVE_INFINITY) : parsed.at;
}
