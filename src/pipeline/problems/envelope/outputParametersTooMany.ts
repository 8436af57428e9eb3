import { bounds } from "../../schema/beyond";
import type { Rule } from "../problem";
import { outputParameters } from "./outputParameters";

const most = bounds["PipelineStep.OutputParameters"]?.max ?? 50;

export const outputParametersTooMany: Rule = {
  code: "output-parameters-too-many",
  severity: "warning",
  why: "A step gives at most 50 output parameters (API OutputParameterList).",
  withKey: "OutputParameters",
  checkStep({ key, name, type, step }) {
    const { length } = outputParameters(step, type);
    if (length <= most) return [];
    const message = `${name} declares ${length} outputs; SageMaker takes at most ${most}.`;
    return [{ step: key, at: ["OutputParameters"], message }];
  },
};
