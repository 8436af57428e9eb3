import type { ObjectValue } from "../definition/value";
import { has } from "../definition/value";
import { oncePerObject } from "../remember";
import type { Finding, Problem, Rule } from "./problem";
import { rules } from "./rules";

/** What a rule found, with what is the rule's own. */
export function problemOf(rule: Rule, finding: Finding): Problem {
  return { code: rule.code, severity: rule.severity, why: rule.why, ...finding };
}

/** Rules that say something of a step of some type. */
export interface RulesOfType {
  readonly ofStep: readonly Rule[];
  readonly ofLinks: readonly Rule[];
}

/** The rules that are for a type of step: of the conditions' rules a Lambda step need not hear. */
export const rulesFor = oncePerObject((type: string): RulesOfType => {
  const mine = rules.filter(({ types }) => types === undefined || types.includes(type));
  return {
    ofStep: mine.filter(({ checkStep }) => checkStep !== undefined),
    ofLinks: mine.filter(({ checkLinks }) => checkLinks !== undefined),
  };
});

/** False where a step lacks the key that a rule speaks of. */
export function concerns({ withKey }: Rule, step: ObjectValue): boolean {
  return withKey === undefined || has(step, withKey);
}
