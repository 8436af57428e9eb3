import type { Rule } from "../problem";

export const stepNotConnected: Rule = {
  code: "step-not-connected",
  severity: "warning",
  why: "No other step reads from this one, and it reads from none: SageMaker runs it by itself, at any time. Often a path was typed in where an output should have been referenced.",
  checkLinks({ key, name }, neighbours) {
    if (neighbours.edgesInto(key).length > 0 || neighbours.edgesOutOf(key).length > 0) return [];
    if (neighbours.whole().graph.steps.length < 2) return [];
    const message = `${name} is connected to no other step. Wire one of its outputs to a field, or let it wait for a step.`;
    return [{ step: key, at: [], message }];
  },
};
