import { printPath } from "../pipeline/definition/path";
import type { ObjectValue } from "../pipeline/definition/value";
import { analyseStep } from "../pipeline/graph/analyseStep";
import { listSteps } from "../pipeline/graph/stepTree";

/** A field that reads a parameter. */
export interface ParameterUse {
  readonly step: string;
  readonly field: string;
}

/** Every field that reads a parameter, in document order. */
export function parameterUses(definition: ObjectValue, name: string): readonly ParameterUse[] {
  return listSteps(definition).flatMap(({ key, step }) =>
    analyseStep(step)
      .references.filter(({ reference }) => reference.kind === "parameter" && reference.name === name)
      .map(({ field }) => ({ step: key, field: printPath(field) })),
  );
}

/** "Preprocess (Arguments.bucket) and 2 other fields"; "" where nothing reads it. */
export function usesInWords(uses: readonly ParameterUse[]): string {
  const [first, ...others] = uses;
  if (first === undefined) return "";
  const said = `${first.step} (${first.field})`;
  if (others.length === 0) return said;
  return `${said} and ${others.length === 1 ? "another field" : `${others.length} other fields`}`;
}
