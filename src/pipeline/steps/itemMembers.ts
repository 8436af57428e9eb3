import { parseValue } from "../definition/parse";
import { printPath } from "../definition/path";
import { getIn, isList, isObject, keys, type ObjectValue } from "../definition/value";
import { listReferences } from "../references/read";
import type { StepType } from "../schema/stepType";
import { bodySteps } from "./iteration";

/** The members that a loop's items are known to have: those that its body reads, and those of items that are written as JSON objects. */
export function itemMembers(step: ObjectValue, stepType: StepType): readonly string[] {
  const known = new Set<string>();
  for (const body of bodySteps(step, stepType)) {
    for (const { reference } of listReferences(body, [])) {
      if (reference.kind === "currentItem" && reference.segments.length > 0) known.add(printPath(reference.segments));
    }
  }
  const items = getIn(step, ["Arguments", "IterableItems"]);
  for (const item of isList(items) ? items : []) {
    if (typeof item !== "string" || !item.trimStart().startsWith("{")) continue;
    const parsed = parseValue(item);
    if (parsed.ok && isObject(parsed.value)) for (const key of keys(parsed.value)) known.add(printPath([key]));
  }
  return [...known];
}
