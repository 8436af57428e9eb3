import { eachStep } from "../eachStep";
import type { Finding, Rule } from "../problem";

export const stepNotConnected: Rule = {
  code: "step-not-connected",
  severity: "warning",
  why: "No other step reads from this one, and it reads from none: SageMaker runs it by itself, at any time. Often a path was typed in where an output should have been referenced.",
  checkDefinition(checked) {
    const { steps, into, outOf } = checked.graph;
    return steps.length < 2 ? [] : aloneOf(checked, into, outOf).filter((finding) => finding !== null);
  },
};

const aloneOf = eachStep<Finding | null>(({ key, name }, { graph }) => {
  if (graph.into.has(key) || graph.outOf.has(key)) return null;
  const message = `${name} is connected to no other step. Wire one of its outputs to a field, or let it wait for a step.`;
  return { step: key, at: [], message };
});
