import { printPath } from "../../pipeline/definition/path";
import { get, type ObjectValue } from "../../pipeline/definition/value";
import { analysisOf, listSteps } from "../../pipeline/graph/stepTree";
import { type FoundReference, listReferences } from "../../pipeline/references/read";

/** A field that reads a parameter. */
export interface ParameterUse {
  /** Null for a text of the pipeline itself. */
  readonly step: string | null;
  readonly field: string;
}

/** What of the definition itself can read a parameter. */
const ownTexts = ["PipelineExperimentConfig", "MlflowConfig"];

/** Every field that reads a parameter, in document order; the pipeline's own texts come last. */
export function parameterUses(definition: ObjectValue, name: string): readonly ParameterUse[] {
  const uses = (step: string | null, references: readonly FoundReference[]): readonly ParameterUse[] =>
    references
      .filter(({ reference }) => reference.kind === "parameter" && reference.name === name)
      .map(({ field }) => printPath(field))
      .filter((field, index, all) => all.indexOf(field) === index)
      .map((field) => ({ step, field }));
  return [
    ...listSteps(definition).flatMap((entry) => uses(entry.key, analysisOf(entry).references)),
    ...ownTexts.flatMap((key) => uses(null, listReferences(get(definition, key) ?? null, [key]))),
  ];
}

/** "Preprocess (Arguments.bucket)"; the pipeline's own texts by their path alone. */
export function saidUse({ step, field }: ParameterUse): string {
  return step === null ? field : `${step} (${field})`;
}

/** "Preprocess (Arguments.bucket) and 2 other fields"; "" where nothing reads it. */
export function usesInWords(uses: readonly ParameterUse[]): string {
  const [first, ...others] = uses;
  if (first === undefined) return "";
  const said = saidUse(first);
  if (others.length === 0) return said;
  return `${said} and ${others.length === 1 ? "another field" : `${others.length} other fields`}`;
}
