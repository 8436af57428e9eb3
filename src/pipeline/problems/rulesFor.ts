import { has } from "../definition/value";
import type { StepEntry } from "../graph/stepTree";
import { oncePerObject, oncePerStep } from "../remember";
import { LateProblem } from "./lateProblem";
import type { Finding, Problem, Rule } from "./problem";
import { rules } from "./rules";

/** What a rule found, with what is the rule's own. */
export function problemOf(rule: Rule, finding: Finding): Problem {
  if ("say" in finding) return new LateProblem(rule, finding, finding.say);
  return { code: rule.code, severity: rule.severity, why: rule.why, ...finding };
}

/** Rules that say something of a step. */
export interface RulesOfType {
  readonly ofStep: readonly Rule[];
  readonly ofLinks: readonly Rule[];
}

/** The rules that are for a step: of the conditions' rules a Lambda step need not hear, nor of those of a key that it lacks. */
export const rulesFor = oncePerStep(({ type, step }: StepEntry): RulesOfType => {
  const known = rulesOf(type);
  let present = 0;
  for (let i = 0; i < keysAsked.length; i++) if (has(step, keysAsked[i] as string)) present |= 1 << i;
  const chosen = known[present] ?? choose(type, (key) => (present & (1 << keysAsked.indexOf(key))) !== 0);
  known[present] = chosen;
  return chosen;
});

/** The keys without which some rules are of no interest. */
const keysAsked: readonly string[] = [...new Set(rules.flatMap(({ withKey }) => withKey ?? []))];

/** By type, and by which of the keys are there, as bits. */
const rulesOf = oncePerObject((_type: string): RulesOfType[] => []);

function choose(type: string, has: (key: string) => boolean): RulesOfType {
  const mine = rules.filter(
    ({ types, withKey }) => (types?.includes(type) ?? true) && (withKey === undefined || has(withKey)),
  );
  return {
    ofStep: mine.filter(({ checkStep }) => checkStep !== undefined),
    ofLinks: mine.filter(({ checkLinks }) => checkLinks !== undefined),
  };
}
