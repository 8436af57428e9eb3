import type { Checked } from "./checked";
import type { Problem } from "./problem";
import { rules } from "./rules";
import { problemOf } from "./rulesFor";

/** What the rules say that see the whole definition, in the order of the rules. */
export function checkWhole(checked: Checked): readonly Problem[] {
  const problems: Problem[] = [];
  for (const rule of rules) {
    for (const finding of rule.checkDefinition?.(checked) ?? []) problems.push(problemOf(rule, finding));
  }
  return problems;
}
