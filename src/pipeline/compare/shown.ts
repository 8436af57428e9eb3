import { parseValue } from "../definition/parse";
import { plainText } from "../definition/plainText";

const longest = 120;

/** A value's JSON text as a sentence has it: a text without its quotes, on one line, and no longer than a line. */
export function shown(json: string | null): string {
  if (json === null) return "nothing";
  const parsed = parseValue(json);
  const plain = parsed.ok && typeof parsed.value === "string" ? parsed.value : json;
  const line = plainText(plain);
  if (line === "") return '""';
  return line.length <= longest ? line : `${line.slice(0, longest)}…`;
}
