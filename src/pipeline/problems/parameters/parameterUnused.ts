import { listParameters } from "../../definition/parameters";
import { get } from "../../definition/value";
import { removeParameter } from "../../edits/parameters";
import { analysisOf } from "../../graph/stepTree";
import { type FoundReference, listReferences } from "../../references/read";
import type { Checked, Rule } from "../problem";

export const parameterUnused: Rule = {
  code: "parameter-unused",
  severity: "warning",
  why: "No step reads it, so a value given at start changes nothing. Often the value stands typed in somewhere instead.",
  checkDefinition(checked) {
    const parameters = listParameters(checked.definition);
    if (parameters.length === 0) return [];
    const unread = namesUnread(checked, new Set(parameters.map(({ name }) => name)));
    if (unread.size === 0) return [];
    return parameters
      .filter(({ name }) => unread.has(name))
      .map(({ name, index }) => ({
        step: null,
        at: ["Parameters", index],
        message: `Nothing reads the parameter ${name}.`,
        fixes: [{ label: `Remove ${name}`, recipe: removeParameter(name) }],
      }));
  },
};

/** Looks only until all have been found. */
function namesUnread({ definition, graph }: Checked, names: Set<string>): ReadonlySet<string> {
  for (const key of ["PipelineExperimentConfig", "MlflowConfig"]) {
    takeNames(listReferences(get(definition, key) ?? null), names);
  }
  for (const entry of graph.steps) {
    if (names.size === 0) break;
    takeNames(analysisOf(entry).references, names);
  }
  return names;
}

function takeNames(references: readonly FoundReference[], names: Set<string>): void {
  for (const { reference } of references) if (reference.kind === "parameter") names.delete(reference.name);
}
