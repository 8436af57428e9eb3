import { parseValue } from "../definition/parse";
import { get, text } from "../definition/value";
import type { WireSource } from "./wire";

/** A source as the text by which it is dragged, and told apart in lists. */
export function printSource(source: WireSource): string {
  return JSON.stringify(source);
}

/** Reads what `printSource` prints; null for what is no source: a drop may come from anywhere. */
export function parseSource(printed: string): WireSource | null {
  const parsed = parseValue(printed);
  if (!parsed.ok) return null;
  const member = (key: string) => text(get(parsed.value, key));
  const [kind, step, output, name, variable] = ["kind", "step", "output", "name", "variable"].map(member);
  if (kind === "output" && step !== undefined && output !== undefined) return { kind, step, output };
  if (kind === "parameter" && name !== undefined) return { kind, name };
  if (kind === "execution" && variable !== undefined) return { kind, variable };
  if (kind === "currentItem" && step !== undefined) return { kind, step, member: member("member") ?? "" };
  return null;
}
