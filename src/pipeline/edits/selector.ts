import { get, isList, isObject, removeKey, setKey, text, type Value } from "../definition/value";
import { readExpression } from "../references/read";
import { EditRefused, editStep, type Recipe } from "./edit";

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

/** Selects an iteration of a loop; null selects none. */
export function setSelector(key: string, selector: Selector | null): Recipe {
  return (document) =>
    editStep(document, key, (step) => {
      const args = get(step, "Arguments");
      if (!isObject(args) || !isList(get(args, "ForEachBody"))) throw new EditRefused(`${key} has no body.`);
      const before = get(args, "Selector");
      if (selector === null)
        return before === undefined ? step : setKey(step, "Arguments", removeKey(args, "Selector"));
      const now = readSelector(before);
      const { pick, step: body, member } = selector;
      if (now !== null && now.pick === pick && now.step === body && now.member === member) return step;
      const written = { Pick: pick, Field: { Get: `IterationOutput.${body}${joint(member)}${member}` } };
      return setKey(step, "Arguments", setKey(args, "Selector", written, order));
    });
}

const order = ["IterableItems", "MaxConcurrency", "Selector", "ForEachBody"];

function joint(member: string): string {
  return member === "" || member.startsWith("[") ? "" : ".";
}
