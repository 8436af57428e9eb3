/**
 * Evaluates a Condition step's rules on resolved operands, as the executor of AWS's own SDK does (v2 local/pipeline.py:340-460):
 * the list is an AND, it stops at the first rule that decides, comparison is typed, and operands that do not compare fail the step.
 */
import { lookup } from "../../definition/byName";
import {
  get,
  isList,
  isNumber,
  isObject,
  keys,
  type ListValue,
  LosslessNumber,
  type Value,
} from "../../definition/value";

export type Outcome = { readonly ok: true; readonly outcome: boolean } | { readonly ok: false; readonly why: string };

class Incomparable extends Error {}

/** What each condition that was looked at came to: its outcome, or the text of why it fails. */
export type Findings = Map<Value, boolean | string>;

/**
 * The outcome of a list of conditions, or why the step fails. Operands must be literals by now. `findings` collects what each condition
 * came to, by its object.
 */
export function evaluateConditions(conditions: Value | undefined, findings: Findings = new Map()): Outcome {
  try {
    const outcome = listOf(conditions, "Conditions").every((condition) => evaluate(condition, findings));
    return { ok: true, outcome };
  } catch (error) {
    if (error instanceof Incomparable) return { ok: false, why: error.message };
    throw error;
  }
}

function listOf(value: Value | undefined, key: string): ListValue {
  if (!isList(value)) throw new Incomparable(`${key} must be a list.`);
  return value;
}

type Comparison = (left: Value, right: Value) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  Equals: (left, right) => {
    if (kindOf(left) !== kindOf(right)) throw differing(left, right);
    return equal(left, right);
  },
  GreaterThan: (left, right) => compare(left, right) > 0,
  GreaterThanOrEqualTo: (left, right) => compare(left, right) >= 0,
  LessThan: (left, right) => compare(left, right) < 0,
  LessThanOrEqualTo: (left, right) => compare(left, right) <= 0,
};

function evaluate(condition: Value, findings: Findings): boolean {
  try {
    const outcome = outcomeOf(condition, findings);
    findings.set(condition, outcome);
    return outcome;
  } catch (error) {
    if (error instanceof Incomparable) findings.set(condition, error.message);
    throw error;
  }
}

function outcomeOf(condition: Value, findings: Findings): boolean {
  const type = get(condition, "Type");
  const comparison = typeof type === "string" ? lookup(comparisons, type) : undefined;
  if (comparison !== undefined) {
    return comparison(operand(condition, "LeftValue"), operand(condition, "RightValue"));
  }
  switch (type) {
    case "In": {
      const query = operand(condition, "QueryValue");
      return listOf(get(condition, "Values"), "Values").some((value) => equal(query, value));
    }
    case "Not":
      return !evaluate(operand(condition, "Condition"), findings);
    case "Or":
      return listOf(get(condition, "Conditions"), "Conditions").some((inner) => evaluate(inner, findings));
    default:
      throw new Incomparable(`A condition of type ${typeof type === "string" ? type : "(none)"} is not known.`);
  }
}

function operand(condition: Value, key: string): Value {
  const value = get(condition, key);
  if (value === undefined)
    throw new Incomparable(`A condition of type ${String(get(condition, "Type"))} has no ${key}.`);
  return value;
}

type Kind = "string" | "number" | "boolean" | "null" | "list" | "structure";

function kindOf(value: Value): Kind {
  if (value === null) return "null";
  if (isNumber(value)) return "number";
  if (isList(value)) return "list";
  if (isObject(value)) return "structure";
  return typeof value === "string" ? "string" : "boolean";
}

/** Equal as values; a number equals another by its worth (1 and 1.0), not by its text. */
function equal(left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, i) => equal(item, right[i] as Value));
  }
  if (isObject(left) && isObject(right)) {
    const names = keys(left);
    return names.length === keys(right).length && names.every((name) => sameMember(left, right, name));
  }
  return left === right;
}

function sameMember(left: Value, right: Value, key: string): boolean {
  const ours = get(left, key);
  const theirs = get(right, key);
  return ours !== undefined && theirs !== undefined && equal(ours, theirs);
}

function compare(left: Value, right: Value): number {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (typeof left === "string" && typeof right === "string") return compareTexts(left, right);
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  throw differing(left, right);
}

/** Integers beyond double precision compare by their digits, all else as doubles. */
function compareNumbers(left: number | LosslessNumber, right: number | LosslessNumber): number {
  const ours = numberText(left);
  const theirs = numberText(right);
  if (/^-?\d+$/.test(ours) && /^-?\d+$/.test(theirs)) {
    const a = BigInt(ours);
    const b = BigInt(theirs);
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const difference = Number(ours) - Number(theirs);
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}

function numberText(value: number | LosslessNumber): string {
  return value instanceof LosslessNumber ? value.value : String(value);
}

/** By code point, as Python and Java's UTF-8 order have it; JavaScript's own order is by UTF-16 unit. */
function compareTexts(left: string, right: string): number {
  const ours = [...left];
  const theirs = [...right];
  const length = Math.min(ours.length, theirs.length);
  for (let i = 0; i < length; i++) {
    const difference = (ours[i]?.codePointAt(0) ?? 0) - (theirs[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return ours.length - theirs.length;
}

function differing(left: Value, right: Value): Incomparable {
  return new Incomparable(`A ${kindOf(left)} cannot be compared with a ${kindOf(right)}.`);
}
