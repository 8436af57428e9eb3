/** Values of a request as the SDK's classes take them: null where they would read them in another way. */
import {
  entries,
  get,
  isList,
  isNumber,
  isObject,
  type ObjectValue,
  type Value,
} from "../../../pipeline/definition/value";
import { type Argument, dict, type Expr, list } from "../layout";
import type { Writing } from "../sdk";
import { quoted, scalar } from "../text";

export type Kind = "text" | "number" | "flag";

/** A literal of that kind, or a reference: not an object that the SDK has no word for. */
export function operand(value: Value | undefined, kind: Kind, writing: Writing): Expr | null {
  if (value === undefined) return null;
  if (kind === "text" && typeof value === "string") return quoted(value);
  if (kind === "number" && isNumber(value)) return scalar(value);
  if (kind === "flag" && typeof value === "boolean") return scalar(value);
  if (!isObject(value)) return null;
  const written = writing.value(value);
  return typeof written === "object" && written.kind === "dict" ? null : written;
}

/** A text that is not empty: the SDK leaves out one that is. */
export function filled(value: Value, writing: Writing): Expr | null {
  return value === "" ? null : operand(value, "text", writing);
}

/** A list of texts. */
export function texts(value: Value | undefined, writing: Writing): Expr | null {
  if (!isList(value) || value.length === 0) return null;
  const written = value.map((item) => operand(item, "text", writing));
  return written.every((item) => item !== null) ? list(written) : null;
}

/** A map of texts. */
export function map(value: Value | undefined, writing: Writing): Expr | null {
  if (!isObject(value) || entries(value).length === 0) return null;
  const items = entries(value).map(([key, item]) => [quoted(key), operand(item, "text", writing)] as const);
  return items.every((item): item is readonly [string, Expr] => item[1] !== null) ? dict(items) : null;
}

/** The SDK takes one name for itself. */
export function hyperparameters(value: Value, writing: Writing): Expr | null {
  return get(value, "sagemaker_job_name") === undefined ? map(value, writing) : null;
}

/** The SDK looks up any role that is no ARN, and uploads what lies in no bucket. */
export function role(value: Value | undefined, writing: Writing): Expr | null {
  return typeof value === "string" && !value.includes("/") ? null : operand(value, "text", writing);
}

export function location(value: Value | undefined, writing: Writing): Expr | null {
  return typeof value === "string" && !value.startsWith("s3://") ? null : operand(value, "text", writing);
}

export function instanceType(value: Value | undefined, writing: Writing): Expr | null {
  return typeof value === "string" && (value === "" || value.startsWith("local"))
    ? null
    : operand(value, "text", writing);
}

/** Lists of `{Key, Value}`, of `{Name, Regex}`: as they are. */
export function records(value: Value | undefined, keys: readonly string[], writing: Writing): Expr | null {
  if (!isList(value) || value.length === 0) return null;
  const isOfThese = (item: Value) =>
    isObject(item) && entries(item).length === keys.length && keys.every((key) => get(item, key) !== undefined);
  return value.every(isOfThese) ? writing.value(value) : null;
}

/** Collects keyword arguments, and whether each value that is there could be written. */
export class Keywords {
  readonly args: Argument[] = [];
  fits = true;

  /** One that has to be there. */
  must(name: string, written: Expr | null): void {
    if (written === null) this.fits = false;
    else this.args.push([name, written]);
  }

  /** One that may be left out. */
  may(name: string, value: Value | undefined, write: (value: Value) => Expr | null): void {
    if (value !== undefined) this.must(name, write(value));
  }

  /** One whose usual value need not be said. */
  unless(name: string, value: Value | undefined, usual: Value, written: Expr | null): void {
    if (value !== usual) this.must(name, written);
  }
}

/** The member of an object that has no other keys than these; undefined where there is no object. */
export function only(value: Value | undefined, ...known: readonly string[]): ObjectValue | null {
  if (!isObject(value)) return null;
  return entries(value).every(([key]) => known.includes(key)) ? value : null;
}
