import type { Rule } from "../problem";

export const stepNotConnected: Rule = {
  code: "step-not-connected",
  severity: "warning",
  why: "No other step reads from this one, and it reads from none: SageMaker runs it by itself, at any time. Often a path was typed in where an output should have been referenced.",
  checkDefinition({ graph }) {
    if (graph.steps.length < 2) return [];
    return graph.steps
      .filter(({ key }) => !graph.into.has(key) && !graph.outOf.has(key))
      .map(({ key, name }) => ({
        step: key,
        at: [],
        message: `${name} is connected to no other step. Wire one of its outputs to a field, or let it wait for a step.`,
      }));
  },
};
