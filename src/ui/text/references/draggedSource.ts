import { parseValue } from "../../../pipeline/definition/parse";
import { get, text } from "../../../pipeline/definition/value";
import type { WireSource } from "../../../pipeline/wiring";

/** What the parameter list puts on the pointer: a source as JSON. */
export const sourceMime = "application/x-stepwire-source";

/** Reads what was dropped; null for what is no source. */
export function readDraggedSource(json: string): WireSource | null {
  const parsed = parseValue(json);
  if (!parsed.ok) return null;
  const member = (key: string) => text(get(parsed.value, key));
  const [kind, step, output, name, variable] = ["kind", "step", "output", "name", "variable"].map(member);
  if (kind === "output" && step !== undefined && output !== undefined) return { kind, step, output };
  if (kind === "parameter" && name !== undefined) return { kind, name };
  if (kind === "execution" && variable !== undefined) return { kind, variable };
  if (kind === "currentItem" && step !== undefined) return { kind, step, member: member("member") ?? "" };
  return null;
}
