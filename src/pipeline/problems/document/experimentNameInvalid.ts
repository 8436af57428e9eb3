import { hasHole } from "../../definition/holes";
import { get } from "../../definition/value";
import { setExperiment } from "../../edits/experiment";
import type { Finding, Rule } from "../problem";

const longest = 120;

export const experimentNameInvalid: Rule = {
  code: "experiment-name-invalid",
  severity: "warning",
  why: "An experiment's and a trial's name are 1 to 120 letters and digits with hyphens between them (API ExperimentEntityName).",
  checkDefinition({ definition }) {
    const config = get(definition, "PipelineExperimentConfig");
    return (["ExperimentName", "TrialName"] as const).flatMap((member): Finding[] => {
      const name = get(config, member);
      if (typeof name !== "string" || hasHole(name) || isValid(name)) return [];
      const fitting = name
        .replace(/[^a-zA-Z0-9]+/g, "-")
        .slice(0, longest)
        .replace(/^-|-$/g, "");
      const at = ["PipelineExperimentConfig", member];
      const message = `${member} takes up to ${longest} letters and digits, with hyphens between them; "${name.slice(0, 40)}" does not fit.`;
      const fixes = fitting === "" ? [] : [{ label: `Write ${fitting}`, recipe: setExperiment(member, fitting) }];
      return [{ step: null, at, message, fixes }];
    });
  },
};

function isValid(name: string): boolean {
  return name.length <= longest && /^[a-zA-Z0-9-]+$/.test(name) && !name.startsWith("-") && !name.endsWith("-");
}
