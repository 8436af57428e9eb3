/** How the rules are asked: what a step's rules say is remembered, so an edit costs the steps that it touches. */
import type { ApiModel, ApiModels } from "../api/model";
import { type Path, printPath } from "../definition/path";
import { isList, isObject, type ObjectValue } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import { Around, stillHolds } from "./around";
import { perStep } from "./perStep";
import type { Checked, Field, Finding, Problem, Report, Rule, Severity, Surroundings } from "./problem";
import { rules } from "./rules";
import { walkFields } from "./walkFields";

/** The step whose fields are looked at, and what was found there: one for all, since a look is never interrupted by another. */
const looking: { key: string; at: Path; problems: Problem[] } = { key: "", at: [], problems: [] };

function askers(looksAt: Rule["looksAt"]) {
  return rules.flatMap((rule) => {
    const { checkField } = rule;
    if (checkField === undefined || (rule.looksAt ?? looksAt) !== looksAt) return [];
    const report: Report = (finding) => {
      const { key, at, problems } = looking;
      problems.push(problemOf(rule, { step: key, ...finding, at: finding.at ?? [...at] }));
    };
    return [(field: Field) => checkField(field, report)];
  });
}
const ofTexts = askers("texts");
const ofLists = askers("lists");
const ofObjects = askers("objects");
const ofOthers = askers(undefined);

function look(field: Field): void {
  const { value } = field;
  const asked = typeof value === "string" ? ofTexts : isList(value) ? ofLists : isObject(value) ? ofObjects : ofOthers;
  for (let i = 0; i < asked.length; i++) asked[i]?.(field);
}

const ofSteps = rules.flatMap((rule) => (rule.checkStep === undefined ? [] : [{ rule, check: rule.checkStep }]));
const ofLinks = rules.flatMap((rule) => (rule.checkLinks === undefined ? [] : [{ rule, check: rule.checkLinks }]));
const ofWholes = rules.flatMap((rule) =>
  rule.checkDefinition === undefined ? [] : [{ rule, check: rule.checkDefinition }],
);

function problemOf(rule: Rule, finding: Finding): Problem {
  return { code: rule.code, severity: rule.severity, why: rule.why, ...finding };
}

interface Alone {
  readonly key: string;
  readonly model: ApiModel | null;
  readonly problems: readonly Problem[];
}
const alone = perStep<Alone>();

/** What a step's rules say of it alone. */
function checkAlone(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  const before = alone.get(entry.step);
  if (before !== undefined && before.key === entry.key && before.model === model) return before.problems;
  const problems = [...fieldProblems(entry, model)];
  for (const { rule, check } of ofSteps) {
    for (const found of check(entry, model)) problems.push(problemOf(rule, found));
  }
  alone.set(entry.step, { key: entry.key, model, problems });
  return problems;
}

function fieldProblems(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  looking.key = entry.key;
  looking.problems = [];
  walkFields(entry, model, (field) => {
    looking.at = field.at;
    look(field);
  });
  return looking.problems;
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
  const before = linked.get(entry.step);
  const same =
    before !== undefined &&
    before.models === checked.models &&
    before.entry.key === entry.key &&
    before.entry.parent === entry.parent &&
    before.entry.slot === entry.slot &&
    stillHolds(checked, before.questions);
  if (same) return before.problems;
  const around = new Around(checked, entry);
  const problems: Problem[] = [];
  for (const { rule, check } of ofLinks) {
    for (const found of check(entry, around)) problems.push(problemOf(rule, found));
  }
  linked.set(entry.step, { entry, models: checked.models, questions: around.asked(), problems });
  return problems;
}

let lastOfWhole: ReadonlyMap<string, Problem> = new Map();

/** What the rules say that see the whole. A hint that was said before is the same object again, so that who shows it rests. */
function checkWhole(checked: Checked): readonly Problem[] {
  const said = new Map<string, Problem>();
  const problems = ofWholes.flatMap(({ rule, check }) =>
    check(checked).map((finding) => {
      const problem = problemOf(rule, finding);
      // A cure may hold more than its label tells.
      if (problem.fixes !== undefined && problem.fixes.length > 0) return problem;
      const key = `${rule.code} ${problem.severity} ${problem.step} ${printPath(problem.at)} ${problem.message}`;
      const same = lastOfWhole.get(key) ?? problem;
      said.set(key, same);
      return same;
    }),
  );
  lastOfWhole = said;
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
  problems.push(...checkWhole(checked));
  const order = new Map(graph.steps.map(({ key }, index) => [key, index]));
  const place = ({ step }: Problem) => (step === null ? -1 : (order.get(step) ?? 0));
  return problems.sort((left, right) => rank[left.severity] - rank[right.severity] || place(left) - place(right));
}

export { checkText, problemOfRefusal } from "./document/checkText";
export type { Problem, Severity, Surroundings } from "./problem";
export { reportedProblem } from "./reported";
export { rules } from "./rules";
