import { printPath } from "../definition/path";
import { get, isList, text } from "../definition/value";
import { analyseStep } from "../graph/analyseStep";
import { stepTypeOf } from "../steps";
import { nearest } from "./nearest";
import type { Finding, Rule } from "./problem";

export const referenceUndeclaredOutput: Rule = {
  code: "reference-undeclared-output",
  severity: "error",
  why: "Of a Lambda or Callback step only the outputs that its OutputParameters declare can be read (developer guide, Lambda step).",
  checkDefinition({ graph }) {
    const findings: Finding[] = [];
    for (const { key, step } of graph.steps) {
      for (const { reference, field } of analyseStep(step).references) {
        if (reference.kind !== "step" || reference.segments[0] !== "OutputParameters") continue;
        const source = graph.byKey.get(reference.step);
        const output = reference.segments[1];
        if (source === undefined || typeof output !== "string") continue;
        if (stepTypeOf(source.type).outputsForm !== "declared") continue;
        const list = get(source.step, "OutputParameters");
        const declared = (isList(list) ? list : []).flatMap((item) => text(get(item, "OutputName")) ?? []);
        if (declared.includes(output)) continue;
        const close = nearest(output, declared);
        findings.push({
          step: key,
          at: field,
          message: `${printPath(field)} reads ${output} of ${source.name}, but ${source.name} declares no output of that name${close === null ? ". Declare it, or read another." : `; did you mean ${close}?`}`,
        });
      }
    }
    return findings;
  },
};
