import type { Checked } from "./checked";
import type { Problem } from "./problem";
import { rules } from "./rules";
import { problemOf } from "./rulesFor";

const whole = rules.filter(({ checkDefinition }) => checkDefinition !== undefined);

/** What the rules say that see the whole definition, in the order of the rules: those of one rule after the other. */
export function* checkWhole(checked: Checked): Generator<readonly Problem[], void, undefined> {
  for (const rule of whole) yield (rule.checkDefinition?.(checked) ?? []).map((finding) => problemOf(rule, finding));
}
