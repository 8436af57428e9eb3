/** The rules, and how they are asked: what a step says of itself is remembered, so an edit costs the step it touched. */
import type { ApiModel, ApiModels } from "../api/model";
import { printPath } from "../definition/path";
import type { ObjectValue } from "../definition/value";
import { deriveGraph } from "../graph/deriveGraph";
import type { StepEntry } from "../graph/stepTree";
import { cycle } from "./cycle";
import type { Checked, Finding, Problem, Rule, Severity } from "./problem";
import { referenceUndeclaredOutput } from "./referenceUndeclaredOutput";
import { referenceUnknownParameter } from "./referenceUnknownParameter";
import { referenceUnknownStep } from "./referenceUnknownStep";
import { requiredMissing } from "./requiredMissing";
import { stepNameDuplicate } from "./stepNameDuplicate";
import { stepNameInvalid } from "./stepNameInvalid";
import { stepNotConnected } from "./stepNotConnected";

export const rules: readonly Rule[] = [
  stepNameInvalid,
  stepNameDuplicate,
  cycle,
  referenceUnknownStep,
  referenceUndeclaredOutput,
  referenceUnknownParameter,
  requiredMissing,
  stepNotConnected,
];

const alone = rules.filter((rule) => rule.checkStep !== undefined);
const together = rules.filter((rule) => rule.checkDefinition !== undefined);

interface Remembered {
  readonly key: string;
  readonly model: ApiModel | null;
  readonly problems: readonly Problem[];
}
const byStep = new WeakMap<ObjectValue, Remembered>();

function problemOf(rule: Rule, finding: Finding): Problem {
  return { code: rule.code, severity: rule.severity, why: rule.why, ...finding };
}

function checkStep(entry: StepEntry, model: ApiModel | null): readonly Problem[] {
  const before = byStep.get(entry.step);
  if (before !== undefined && before.key === entry.key && before.model === model) return before.problems;
  const problems = alone.flatMap((rule) =>
    (rule.checkStep?.(entry, model) ?? []).map((found) => problemOf(rule, found)),
  );
  byStep.set(entry.step, { key: entry.key, model, problems });
  return problems;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** All problems of a definition: errors first, then in the order of the steps. Fields are checked where the type's model is given. */
export function checkDefinition(definition: ObjectValue, models: ApiModels): readonly Problem[] {
  const graph = deriveGraph(definition);
  const checked: Checked = { definition, graph, models };
  const found = graph.steps.flatMap((entry) => checkStep(entry, models.get(entry.type) ?? null));
  const problems = [
    ...found,
    ...together.flatMap((rule) => (rule.checkDefinition?.(checked) ?? []).map((finding) => problemOf(rule, finding))),
  ];
  const order = new Map(graph.steps.map(({ key }, index) => [key, index]));
  const place = ({ step }: Problem) => (step === null ? -1 : (order.get(step) ?? 0));
  return problems.sort((left, right) => rank[left.severity] - rank[right.severity] || place(left) - place(right));
}

/** A problem as it is told outside: `{code, severity, step, path, message}`. */
export function reportedProblem({ code, severity, step, at, message }: Problem) {
  return { code, severity, step, path: printPath(at), message };
}

export type { Problem, Severity } from "./problem";
