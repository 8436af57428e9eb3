import { stepTypeOf } from "../../steps";
import type { Rule } from "../problem";

/** It has no outputs, and nothing can wait for it. */
const endsAll = "It fails every execution. Move it into a branch, or let it wait for a step.";

export const stepNotConnected: Rule = {
  code: "step-not-connected",
  severity: "warning",
  why: "No other step reads from this one, and it reads from none: SageMaker runs it by itself, at any time. Often a path was typed in where an output should have been referenced.",
  checkLinks({ key, name, type }, neighbours) {
    if (neighbours.edgesInto(key).length > 0 || neighbours.edgesOutOf(key).length > 0) return [];
    if (neighbours.whole().graph.steps.length < 2) return [];
    const cure =
      stepTypeOf(type).endsExecution === true
        ? endsAll
        : "Wire one of its outputs to a field, or let it wait for a step.";
    const message = `${name} is connected to no other step. ${cure}`;
    return [{ step: key, at: [], message }];
  },
};
