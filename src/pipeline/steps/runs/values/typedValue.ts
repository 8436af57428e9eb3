import { parseValue } from "../../../definition/parse";
import { isNumber, LosslessNumber, type Value } from "../../../definition/value";

/** A text as the declared type reads it (`True` and `true` are both a Boolean); null when it is none of that type. */
export function typedValue(type: string, text: string): Value {
  if (type === "Boolean") return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null;
  if (type !== "Integer" && type !== "Float") return text;
  const parsed = parseValue(text.trim());
  if (!parsed.ok || !isNumber(parsed.value)) return null;
  const written = parsed.value instanceof LosslessNumber ? parsed.value.value : String(parsed.value);
  return type === "Integer" && !/^-?\d+$/.test(written) ? null : parsed.value;
}
