import { lookup } from "../../definition/byName";

const compared = ["LeftValue", "RightValue"];

const operands: Readonly<Record<string, readonly string[]>> = {
  Equals: compared,
  GreaterThan: compared,
  GreaterThanOrEqualTo: compared,
  LessThan: compared,
  LessThanOrEqualTo: compared,
  In: ["QueryValue", "Values"],
  Not: ["Condition"],
  Or: ["Conditions"],
};

/** The types of condition that the SDK writes (conditions.py). */
export const conditionTypes: readonly string[] = Object.keys(operands);

/** The keys that a type of condition needs, beside Type; null for a type that the SDK does not know. */
export function operandsOf(type: string): readonly string[] | null {
  return lookup(operands, type) ?? null;
}
