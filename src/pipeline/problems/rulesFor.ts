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

type Check = "checkField" | "checkStep" | "checkReference" | "checkLinks";

/**
 * A rule, and the one of its functions that is called. Each rule is an object of another form: to look the function up in it for each value
 * of a definition takes the engine longer than most rules need for their answer.
 */
export class Asked<K extends Check> {
  constructor(
    readonly rule: Rule,
    readonly check: NonNullable<Rule[K]>,
  ) {}
}

function asking<K extends Check>(name: K): readonly Asked<K>[] {
  return rules.flatMap((rule) => {
    const check = rule[name];
    return check === undefined ? [] : [new Asked<K>(rule, check)];
  });
}

/** The rules by what they look at. */
export const everyAsked = {
  ofField: asking("checkField"),
  ofStep: asking("checkStep"),
  ofReference: asking("checkReference"),
  ofLinks: asking("checkLinks"),
};

/** Rules that say something of a step. */
export interface RulesOfType {
  readonly ofStep: readonly Asked<"checkStep">[];
  readonly ofLinks: readonly Asked<"checkLinks">[];
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
  const isMine = ({ rule: { types, withKey } }: { readonly rule: Rule }) =>
    (types?.includes(type) ?? true) && (withKey === undefined || has(withKey));
  return { ofStep: everyAsked.ofStep.filter(isMine), ofLinks: everyAsked.ofLinks.filter(isMine) };
}
