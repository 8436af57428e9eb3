import { printPath } from "../definition/path";
import { analyseStep } from "../graph/analyseStep";
import { nearest } from "./nearest";
import type { Finding, Rule } from "./problem";

export const referenceUnknownStep: Rule = {
  code: "reference-unknown-step",
  severity: "error",
  why: "A reference names a step of the same definition; the SDK refuses one that is undefined (“Step X is undefined.”).",
  checkDefinition({ graph }) {
    const findings: Finding[] = [];
    for (const { key, step } of graph.steps) {
      for (const { reference, field } of analyseStep(step).references) {
        if (reference.kind !== "step" || graph.byKey.has(reference.step)) continue;
        const close = nearest(reference.step, graph.byKey.keys());
        findings.push({
          step: key,
          at: field,
          message: `${printPath(field)} reads from ${reference.step}, but there is no step of that name${close === null ? "." : `; did you mean ${close}?`}`,
        });
      }
    }
    return findings;
  },
};
