import type { ObjectValue } from "../definition/value";
import { listSteps } from "../graph/stepTree";
import { reportedProblem } from "../problems/reported";
import { loadModels } from "../schema/load";
import { checkDefinition } from "./checkDefinition";

/** A problem as it is told outside, with why it is one and the names of its cures. */
export type ExplainedProblem = ReturnType<typeof reportedProblem> & {
  readonly why: string;
  readonly fixes: readonly string[];
};

/** Asks the rules about a definition, with the models of all step types in it, and tells the problems as data. */
export async function explainProblems(definition: ObjectValue): Promise<ExplainedProblem[]> {
  const steps = listSteps(definition);
  const names = new Map(steps.map(({ key, name }) => [key, name]));
  const models = await loadModels(steps.map(({ type }) => type));
  return checkDefinition(definition, models).map((problem) => {
    const { step, why, fixes = [] } = problem;
    // Outside a step goes by its name, also the second of two that bear it.
    const told = { ...reportedProblem(problem), step: step === null ? null : names.get(step) || step };
    return { ...told, why, fixes: fixes.map(({ label }) => label) };
  });
}
