import type { Refusal } from "./parse";

/** A refusal as a text for people: why, and before the last full stop where. What is said of a text as a whole has no place in it. */
export function refusalText({ message, line, column, pointer }: Refusal): string {
  const at = pointer === "" ? `line ${line}:${column}` : `line ${line}:${column}, at ${pointer}`;
  return at === "line 1:1" ? message : `${message.replace(/\.$/, "")} (${at}).`;
}
