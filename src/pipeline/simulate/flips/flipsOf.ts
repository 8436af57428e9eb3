/** Where the Conditions of a pipeline turn, as one number that they read is turned and all else stays. */
import {
  entries,
  get,
  getIn,
  isList,
  isNumber,
  isObject,
  type ObjectValue,
  objectOf,
  type Value,
  walk,
} from "../../definition/value";
import { listSteps } from "../../graph/stepTree";
import { isExpression } from "../../references/read";
import { runOfType } from "../../steps/runs";
import type { ReadValue } from "../engine/readValue";
import { evaluateConditions } from "../values/conditions";
import { type NumberSource, sameSource, sourceOf } from "./numberSource";

/** What a Condition comes to; null: it fails. */
export type FlipOutcome = boolean | null;

/** A place where a Condition turns: what it comes to below, there and above, up to the next one. */
export interface Flip {
  readonly at: number;
  readonly below: FlipOutcome;
  readonly on: FlipOutcome;
  readonly above: FlipOutcome;
}

export interface ConditionFlips {
  /** The key of the Condition. */
  readonly step: string;
  /** In their order; none where it comes to the same whatever the number is. */
  readonly flips: readonly Flip[];
  /** What it comes to below the first of them: everywhere, where there is none. */
  readonly lowest: FlipOutcome;
}

/** What expressions come to in a simulation (`valueReader`). */
type Read = (step: string | null, expression: Value) => ReadValue | null;

/**
 * The Conditions that compare a number as it is, each with the places where it turns; empty where none compares it. Found from the values
 * that it is compared with, whatever stands around them (And, Or, Not, In): between two of these no comparison changes.
 */
export function flipsOf(definition: ObjectValue, source: NumberSource, read: Read): readonly ConditionFlips[] {
  return listSteps(definition).flatMap(({ key, step, type }) => {
    const written = runOfType(type).ends === "byComparing" ? getIn(step, ["Arguments", "Conditions"]) : undefined;
    const reads = (value: Value | undefined) => sameSource(sourceOf(value, key), source);
    const compared = isList(written) ? comparedWith(written, reads) : [];
    if (written === undefined || compared.length === 0) return [];
    const comesTo = (value: Value): Value => (isExpression(value) ? (read(key, value)?.value ?? value) : value);
    const numbers = compared.map(comesTo).filter(isNumber).map(Number);
    const outcomeAt = (number: number) => outcomeOf(written, (value) => (reads(value) ? number : comesTo(value)));
    const places = [...new Set(numbers)].sort((left, right) => left - right);
    return [{ step: key, ...flipsBetween(places, outcomeAt) }];
  });
}

/** The other operands of the comparisons that read the number. */
function comparedWith(conditions: Value, reads: (operand: Value | undefined) => boolean): readonly Value[] {
  const found: Value[] = [];
  walk(conditions, (condition) => {
    if (!isObject(condition) || typeof get(condition, "Type") !== "string") return;
    const left = get(condition, "LeftValue") ?? get(condition, "QueryValue");
    const values = get(condition, "Values");
    const right = get(condition, "RightValue");
    const others = isList(values) ? values : right === undefined ? [] : [right];
    if (reads(left)) found.push(...others);
    else if (left !== undefined && others.some(reads)) found.push(left);
  });
  return found;
}

function outcomeOf(conditions: Value, comesTo: (value: Value) => Value): FlipOutcome {
  const result = evaluateConditions(replaced(conditions, comesTo));
  return result.ok ? result.outcome : null;
}

/** Operands in the place of expressions; what stands inside an expression is its own. */
function replaced(value: Value, comesTo: (value: Value) => Value): Value {
  if (isExpression(value)) return comesTo(value);
  if (isList(value)) return value.map((item) => replaced(item, comesTo));
  return isObject(value) ? objectOf(entries(value).map(([key, item]) => [key, replaced(item, comesTo)])) : value;
}

function flipsBetween(places: readonly number[], outcomeAt: (number: number) => FlipOutcome) {
  const first = places[0];
  let below = outcomeAt(first === undefined ? 0 : first - 1);
  const lowest = below;
  const flips: Flip[] = [];
  places.forEach((at, index) => {
    const next = places[index + 1];
    const on = outcomeAt(at);
    const above = outcomeAt(next === undefined ? at + 1 : (at + next) / 2);
    if (below !== on || on !== above) flips.push({ at, below, on, above });
    below = above;
  });
  return { flips, lowest };
}
