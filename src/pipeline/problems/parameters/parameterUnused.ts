import { listParameters } from "../../definition/parameters";
import { get, type ObjectValue } from "../../definition/value";
import { removeParameter } from "../../edits/parameters";
import { analyseStep } from "../../graph/analyseStep";
import { type FoundReference, listReferences } from "../../references/read";
import { perStep } from "../perStep";
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
  for (const { step } of graph.steps) for (const name of namesOfStep(step)) read.add(name);
  for (const key of ["PipelineExperimentConfig", "MlflowConfig"]) {
    for (const name of namesIn(listReferences(get(definition, key) ?? null))) read.add(name);
  }
  return read;
}

const remembered = perStep<readonly string[]>();

function namesOfStep(step: ObjectValue): readonly string[] {
  let names = remembered.get(step);
  if (names === undefined) {
    names = [...new Set(namesIn(analyseStep(step).references))];
    remembered.set(step, names);
  }
  return names;
}

function namesIn(references: readonly FoundReference[]): readonly string[] {
  return references.flatMap(({ reference }) => (reference.kind === "parameter" ? [reference.name] : []));
}
