/** Shapes of the API as version 3 takes them: classes whose members are called as the API's, in lower case. It leaves out what is 0 or "". */
import { entries, get, isList, type Value } from "../../../pipeline/definition/value";
import { type Argument, type Expr, list } from "../layout";
import type { Writing } from "../sdk";
import { hasKeys } from "../stepParts";
import { scalar } from "../text";
import { Keywords, operand } from "./operands";

type Write = (value: Value, writing: Writing) => Expr | null;

export interface Shape {
  readonly of: string;
  /** By the API's name, with a `?` where it may be left out: what the class calls it and how it is written. */
  readonly members: Readonly<Record<string, readonly [name: string, write: Write]>>;
}

/** Null where it has other members, or one that the class would read in another way. */
export function shape(
  { of, members }: Shape,
  value: Value | undefined,
  writing: Writing,
  more: readonly Argument[] = [],
): Expr | null {
  if (!hasKeys(value, ...Object.keys(members)) || entries(value).length === 0) return null;
  const say = new Keywords();
  for (const [key, [name, write]] of Object.entries(members)) {
    say.may(name, get(value, key.replace("?", "")), (member) => write(member, writing));
  }
  return say.fits ? writing.make(of, ...say.args, ...more) : null;
}

/** A list of them. */
export function shapes(of: Shape, value: Value, writing: Writing): Expr | null {
  if (!isList(value) || value.length === 0) return null;
  const written = value.map((item) => shape(of, item, writing));
  return written.every((item) => item !== null) ? list(written) : null;
}

/** One inside another. */
export function nested(of: Shape): Write {
  return (value, writing) => shape(of, value, writing);
}

/** A whole number; where `IntPipeVar` is the class's word for it, a reference as well. */
export function whole(value: Value): Expr | null {
  return typeof value === "number" && Number.isInteger(value) && value !== 0 ? scalar(value) : null;
}
export function wholeOrReference(value: Value, writing: Writing): Expr | null {
  return typeof value === "number" ? whole(value) : operand(value, "number", writing);
}
