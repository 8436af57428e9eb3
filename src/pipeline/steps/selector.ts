import { get, text, type Value } from "../definition/value";
import { readExpression } from "../references/read";

/** Which iteration of a loop is the selected one: that whose body step has the highest or lowest value of a member. */
export interface Selector {
  readonly pick: "MaxBy" | "MinBy";
  /** A step of the loop's body. */
  readonly step: string;
  /** What stands behind `IterationOutput.STEP.`, e.g. `OutputParameters['auc']`. */
  readonly member: string;
}

/** Reads a ForEach's `Selector`; null where there is none, or one that says something else. */
export function readSelector(value: Value | undefined): Selector | null {
  const pick = text(get(value, "Pick"));
  const expression = readExpression(get(value, "Field"));
  if ((pick !== "MaxBy" && pick !== "MinBy") || expression?.kind !== "get") return null;
  const { reference } = expression;
  if (reference.kind !== "iterationOutput") return null;
  return { pick, step: reference.step, member: reference.property };
}
