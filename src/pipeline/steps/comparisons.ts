import { get, text, type Value } from "../definition/value";

/**
 * How a condition compares, as a person chooses it. There is no `NotEquals` and no `NotIn` that the service is known to take:
 * "does not equal" is a `Not` around an `Equals`.
 */
export const comparisonChoices = [
  "Equals",
  "Not Equals",
  "GreaterThan",
  "GreaterThanOrEqualTo",
  "LessThan",
  "LessThanOrEqualTo",
  "In",
  "Not In",
  "Or",
  "Not",
] as const;
export type ComparisonChoice = (typeof comparisonChoices)[number];

const ordering: ReadonlySet<string> = new Set<ComparisonChoice>([
  "GreaterThan",
  "GreaterThanOrEqualTo",
  "LessThan",
  "LessThanOrEqualTo",
]);

/** True for a `Type` that says which of two values is greater: what it compares are numbers. */
export function isOrdering(type: string | undefined): boolean {
  return type !== undefined && ordering.has(type);
}

/** The choice that a condition stands for; null for a type that Stepwire does not know. */
export function choiceOf(condition: Value | undefined): ComparisonChoice | null {
  const type = text(get(condition, "Type"));
  if (type === "Not") {
    const inner = text(get(get(condition, "Condition"), "Type"));
    return inner === "Equals" || inner === "In" ? `Not ${inner}` : "Not";
  }
  return comparisonChoices.find((choice) => choice === type) ?? null;
}
