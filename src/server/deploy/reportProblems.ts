import type { ReportedProblem } from "../../contract/problem";
import type { ObjectValue } from "../../pipeline/definition/value";

/** A problem with why it is one, and the names of its cures. */
export interface ExplainedProblem extends ReportedProblem {
  readonly why: string;
  readonly fixes: readonly string[];
}

/** Runs the product's rules on a definition, with the models of all step types, and tells the problems as data. */
export async function explainProblems(definition: ObjectValue): Promise<ExplainedProblem[]> {
  const [{ checkDefinition }, { reportedProblem }, { loadModels }, { listSteps }] = await Promise.all([
    import("../../pipeline/reading"),
    import("../../pipeline/problems/reported"),
    import("../../pipeline/schema/load"),
    import("../../pipeline/graph/stepTree"),
  ]);
  const names = new Map(listSteps(definition).map(({ key, name }) => [key, name]));
  const models = await loadModels(listSteps(definition).map(({ type }) => type));
  return checkDefinition(definition, models).map((problem) => {
    const { step, why, fixes = [] } = problem;
    // Outside a step goes by its name, also the second of two that bear it.
    const told = { ...reportedProblem(problem), step: step === null ? null : names.get(step) || step };
    return { ...told, why, fixes: fixes.map(({ label }) => label) };
  });
}

/** The same in fewer words, as the server tells them to the page, which knows the rest. */
export async function reportProblems(definition: ObjectValue): Promise<ReportedProblem[]> {
  const problems = await explainProblems(definition);
  return problems.map(({ why: _why, fixes: _fixes, ...told }) => told);
}
