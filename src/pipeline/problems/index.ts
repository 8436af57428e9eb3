/** How the rules are asked: what a step's rules say is remembered, so an edit costs the steps that it touches. */
import type { ApiModel, ApiModels } from "../api/model";
import { printPath } from "../definition/path";
import type { ObjectValue } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import { Around, stillHolds } from "./around";
import { checkFields } from "./checkFields";
import { checkLinks } from "./checkLinks";
import { perStep } from "./perStep";
import type { Checked, Finding, Problem, Rule, Severity, Surroundings } from "./problem";
import { rules } from "./rules";
import { concerns, problemOf, rulesFor } from "./rulesFor";

const ofWholes = rules.flatMap((rule) =>
  rule.checkDefinition === undefined ? [] : [{ rule, check: rule.checkDefinition }],
);

interface Alone {
  readonly key: string;
  readonly model: ApiModel | null;
  readonly problems: readonly Problem[];
}
const alone = perStep<Alone>();

/** What a step's rules say of it alone. */
function checkAlone(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  const before = alone.get(entry);
  if (before !== undefined && before.key === entry.key && before.model === model) return before.problems;
  const ofFields = checkFields(entry, model);
  const ofStep = checkStep(entry, model);
  const problems = ofStep.length === 0 ? ofFields : [...ofFields, ...ofStep];
  alone.set(entry, { key: entry.key, model, problems });
  return problems;
}

const none: readonly Problem[] = [];

function checkStep(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  let problems: Problem[] | null = null;
  for (const rule of rulesFor(entry.type).ofStep) {
    if (!concerns(rule, entry.step)) continue;
    for (const found of rule.checkStep?.(entry, model) ?? []) {
      problems ??= [];
      problems.push(problemOf(rule, found));
    }
  }
  return problems ?? none;
}

interface Linked {
  readonly entry: Pick<StepEntry, "key" | "parent" | "slot">;
  readonly models: ApiModels;
  readonly questions: ReturnType<Around["asked"]>;
  readonly problems: readonly Problem[];
}
const linked = perStep<Linked>();

/** What a step's rules say of it among the others. */
function checkLinked(entry: StepEntry, checked: Checked): readonly Problem[] {
  const before = linked.get(entry);
  const same =
    before !== undefined &&
    before.models === checked.models &&
    before.entry.key === entry.key &&
    before.entry.parent === entry.parent &&
    before.entry.slot === entry.slot &&
    stillHolds(checked, before.questions);
  if (same) return before.problems;
  const around = new Around(checked, entry);
  const problems = checkLinks(entry, around);
  linked.set(entry, { entry, models: checked.models, questions: around.asked(), problems });
  return problems;
}

interface SaidOfWhole {
  readonly byFinding: ReadonlyMap<Finding, Problem>;
  readonly byWords: ReadonlyMap<string, Problem>;
}
let lastOfWhole: SaidOfWhole = { byFinding: new Map(), byWords: new Map() };

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
  const problems: Problem[] = [];
  for (const { rule, check } of ofWholes) {
    for (const finding of check(checked)) {
      const problem = asBefore(rule, finding);
      byFinding.set(finding, problem);
      problems.push(problem);
    }
  }
  lastOfWhole = { byFinding, byWords };
  return problems;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** All problems of a definition: errors first, then in the order of the steps. Fields are checked where the type's model is given. */
export function checkDefinition(
  definition: ObjectValue,
  models: ApiModels,
  surroundings: Surroundings = {},
): readonly Problem[] {
  const graph = deriveGraph(definition);
  const checked: Checked = { definition, graph, models, surroundings };
  const problems: Problem[] = [];
  for (const entry of graph.steps) {
    for (const problem of checkAlone(entry, models.get(entry.type) ?? null)) problems.push(problem);
    for (const problem of checkLinked(entry, checked)) problems.push(problem);
  }
  for (const problem of checkWhole(checked)) problems.push(problem);
  const order = new Map(graph.steps.map(({ key }, index) => [key, index]));
  const place = ({ step }: Problem) => (step === null ? -1 : (order.get(step) ?? 0));
  return problems.sort((left, right) => rank[left.severity] - rank[right.severity] || place(left) - place(right));
}

export { checkText, problemOfRefusal } from "./document/checkText";
export type { Problem, Severity, Surroundings } from "./problem";
export { reportedProblem } from "./reported";
export { rules } from "./rules";
