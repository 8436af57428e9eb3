/** How the rules are asked: what they said is remembered, so an edit costs what it touches. */

import { printPath } from "../definition/path";
import type { ObjectValue } from "../definition/value";
import { deriveGraph, type Graph } from "../graph/deriveGraph";
import type { ApiModels } from "../schema/model";
import { problemsOfSteps } from "./ofSteps";
import type { Checked, Finding, Problem, Rule, Severity, Surroundings } from "./problem";
import { rules } from "./rules";
import { problemOf } from "./rulesFor";

const ofWholes = rules.flatMap((rule) =>
  rule.checkDefinition === undefined ? [] : [{ rule, check: rule.checkDefinition }],
);

interface SaidOfWhole {
  readonly byFinding: ReadonlyMap<Finding, Problem>;
  readonly byWords: ReadonlyMap<string, Problem>;
  readonly problems: readonly Problem[];
}
let lastOfWhole: SaidOfWhole = { byFinding: new Map(), byWords: new Map(), problems: [] };

/** What the rules say that see the whole. A hint that was said before is the same object again, so that who shows it rests. */
function checkWhole(checked: Checked): readonly Problem[] {
  const byFinding = new Map<Finding, Problem>();
  const byWords = new Map<string, Problem>();
  const asBefore = (rule: Rule, finding: Finding): Problem => {
    const before = lastOfWhole.byFinding.get(finding);
    if (before !== undefined) return before;
    const problem = problemOf(rule, finding);
    // A cure may hold more than its label tells.
    if (problem.fixes !== undefined && problem.fixes.length > 0) return problem;
    const words = `${rule.code} ${problem.severity} ${problem.step} ${printPath(problem.at)} ${problem.message}`;
    const same = lastOfWhole.byWords.get(words) ?? problem;
    byWords.set(words, same);
    return same;
  };
  const found: Problem[] = [];
  for (const { rule, check } of ofWholes) {
    for (const finding of check(checked)) {
      const problem = asBefore(rule, finding);
      byFinding.set(finding, problem);
      found.push(problem);
    }
  }
  const { problems: before } = lastOfWhole;
  const stays = before.length === found.length && found.every((problem, i) => problem === before[i]);
  const problems = stays ? before : found;
  lastOfWhole = { byFinding, byWords, problems };
  return problems;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

interface Sorted {
  readonly ofSteps: readonly Problem[];
  readonly ofWhole: readonly Problem[];
  readonly problems: readonly Problem[];
}
let lastSorted: Sorted | null = null;

/**
 * All problems of a definition: errors first, then in the order of the steps; the same list again where an edit changed none. Fields are
 * checked where the type's model is given.
 */
export function checkDefinition(
  definition: ObjectValue,
  models: ApiModels,
  surroundings: Surroundings = {},
): readonly Problem[] {
  const graph = deriveGraph(definition);
  const checked: Checked = { definition, graph, models, surroundings };
  const ofSteps = problemsOfSteps(checked);
  const ofWhole = checkWhole(checked);
  // Steps stand in another order only where the lists are others: each problem of them names its step.
  if (lastSorted?.ofSteps !== ofSteps || lastSorted.ofWhole !== ofWhole) {
    lastSorted = { ofSteps, ofWhole, problems: sorted([...ofSteps, ...ofWhole], graph) };
  }
  return lastSorted.problems;
}

function sorted(problems: Problem[], { steps }: Graph): readonly Problem[] {
  const order = new Map(steps.map(({ key }, index) => [key, index]));
  const place = ({ step }: Problem) => (step === null ? -1 : (order.get(step) ?? 0));
  return problems.sort((left, right) => rank[left.severity] - rank[right.severity] || place(left) - place(right));
}

export { checkText, problemOfRefusal } from "./document/checkText";
export type { Problem, Severity, Surroundings } from "./problem";
export { reportedProblem } from "./reported";
export { rules } from "./rules";
