import { listParameters } from "../../definition/parameters";
import { get } from "../../definition/value";
import { removeParameter } from "../../edits/parameters";
import { analyseStep } from "../../graph/analyseStep";
import { listReferences } from "../../references/read";
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
  const add = ({ reference }: ReturnType<typeof listReferences>[number]) => {
    if (reference.kind === "parameter") read.add(reference.name);
  };
  for (const { step } of graph.steps) for (const found of analyseStep(step).references) add(found);
  for (const key of ["PipelineExperimentConfig", "MlflowConfig"]) {
    for (const found of listReferences(get(definition, key) ?? null)) add(found);
  }
  return read;
}
