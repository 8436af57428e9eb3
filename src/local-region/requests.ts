/** What several operations read of a request in the same way. */
import { createHash } from "node:crypto";
import { conflict } from "./errors";
import { type Input, optionalChoice, optionalMoment, optionalStructure, requiredInteger } from "./input";

export function maxParallelIn(input: Input): number | undefined {
  const configuration = optionalStructure(input, "ParallelismConfiguration");
  return configuration && requiredInteger(configuration, "MaxParallelExecutionSteps", 1, Number.MAX_SAFE_INTEGER);
}

/** As answers have it: without a member where there is no limit. */
export function toldParallelism(maxParallel: number | null) {
  return maxParallel === null ? undefined : { MaxParallelExecutionSteps: maxParallel };
}

/** Stands for what a request asks for, its token left out. */
export function fingerprintOf(input: Input): string {
  const { ClientRequestToken: _token, ...rest } = input;
  return createHash("sha256").update(JSON.stringify(rest, sortedKeys)).digest("hex");
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => order(one, other)));
}

export function tokenReused() {
  return conflict("The ClientRequestToken was used before, for a request with other parameters.");
}

/** What was made in the time that a request asks for, in the order that it asks for; newest first when it does not say. */
export function listed<T extends { readonly createdAt: number }>(input: Input, ascending: readonly T[]): readonly T[] {
  const after = optionalMoment(input, "CreatedAfter") ?? Number.NEGATIVE_INFINITY;
  const before = optionalMoment(input, "CreatedBefore") ?? Number.POSITIVE_INFINITY;
  const within = ascending.filter(({ createdAt }) => createdAt >= after && createdAt <= before);
  return inOrder(input, within);
}

/** An ascending list in the order that a request asks for; newest first when it does not say. */
export function inOrder<T>(input: Input, ascending: readonly T[]): readonly T[] {
  return optionalChoice(input, "SortOrder", ["Ascending", "Descending"]) === "Ascending"
    ? ascending
    : ascending.toReversed();
}

export function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
