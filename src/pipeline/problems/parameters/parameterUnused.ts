import { listParameters } from "../../definition/parameters";
import { get } from "../../definition/value";
import { removeParameter } from "../../edits/parameters";
import { analyseStep } from "../../graph/analyseStep";
import { type FoundReference, listReferences } from "../../references/read";
import type { Checked, Rule } from "../problem";

export const parameterUnused: Rule = {
  code: "parameter-unused",
  severity: "warning",
  why: "No step reads it, so a value given at start changes nothing. Often the value stands typed in somewhere instead.",
  checkDefinition(checked) {
    const parameters = listParameters(checked.definition);
    if (parameters.length === 0) return [];
    const read = namesRead(checked);
    return parameters
      .filter(({ name }) => !read.has(name))
      .map(({ name, index }) => ({
        step: null,
        at: ["Parameters", index],
        message: `Nothing reads the parameter ${name}.`,
        fixes: [{ label: `Remove ${name}`, recipe: removeParameter(name) }],
      }));
  },
};

function namesRead({ definition, graph }: Checked): ReadonlySet<string> {
  const read = new Set<string>();
  for (const { step } of graph.steps) addNames(analyseStep(step).references, read);
  for (const key of ["PipelineExperimentConfig", "MlflowConfig"]) {
    addNames(listReferences(get(definition, key) ?? null), read);
  }
  return read;
}

function addNames(references: readonly FoundReference[], names: Set<string>): void {
  for (const { reference } of references) if (reference.kind === "parameter") names.add(reference.name);
}
