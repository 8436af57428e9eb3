import { listParameters } from "../definition/parameters";
import { type Path, printPath } from "../definition/path";
import { get } from "../definition/value";
import { analyseStep } from "../graph/analyseStep";
import { type FoundReference, listReferences } from "../references/read";
import { nearest } from "./nearest";
import type { Checked, Finding, Rule } from "./problem";

export const referenceUnknownParameter: Rule = {
  code: "reference-unknown-parameter",
  severity: "error",
  why: "A parameter must be declared in Parameters before a field can read it; local mode answers “Parameter 'X' is undefined.”",
  checkDefinition(checked) {
    const names = new Set(listParameters(checked.definition).map(({ name }) => name));
    const findings: Finding[] = [];
    const look = (step: string | null, { reference, field }: FoundReference) => {
      if (reference.kind !== "parameter" || names.has(reference.name)) return;
      findings.push({ step, at: field, message: message(field, reference.name, names) });
    };
    for (const { key, step } of checked.graph.steps) for (const found of analyseStep(step).references) look(key, found);
    for (const found of besideSteps(checked)) look(null, found);
    return findings;
  },
};

function message(field: Path, name: string, names: ReadonlySet<string>): string {
  const close = nearest(name, names);
  const next = close === null ? ". Add it, or read another." : `; did you mean ${close}?`;
  return `${printPath(field)} reads the parameter ${name}, which this pipeline does not declare${next}`;
}

/** References in the pipeline's own settings. */
function besideSteps({ definition }: Checked): FoundReference[] {
  return ["PipelineExperimentConfig", "MlflowConfig"].flatMap((key) =>
    listReferences(get(definition, key) ?? null, [key]),
  );
}
