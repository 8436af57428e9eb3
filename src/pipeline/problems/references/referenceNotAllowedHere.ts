import { type Path, printPath, startsWith } from "../../definition/path";
import { analysisOf } from "../../graph/stepTree";
import type { FoundReference } from "../../references/read";
import type { Place } from "../../schema/place";
import { placeOfField, placesOf } from "../../schema/placesOf";
import type { StepType } from "../../schema/stepType";
import { stepTypeList } from "../../steps";
import { runOfType } from "../../steps/runs";
import type { Finding, Rule, Severity } from "../problem";

export const referenceNotAllowedHere: Rule = {
  code: "reference-not-allowed-here",
  severity: "warning",
  why: "The official schema and the SDK take only literals beside Arguments (names, retries, caching, FunctionArn, SqsQueueUrl, declared outputs), and some references have a meaning only in their own place.",
  checkStep(entry, model) {
    const { key, name, stepType } = entry;
    let findings: Finding[] | null = null;
    const { references } = analysisOf(entry);
    if (references.length === 0) return none;
    const root = placesOf(stepType, model);
    for (const found of references) {
      const wrong = misplaced(found, placeOfField(found.field, root), stepType, name);
      if (wrong === null) continue;
      findings ??= [];
      findings.push({ step: key, at: found.field, ...wrong });
    }
    return findings ?? none;
  },
};

const none: readonly Finding[] = [];

const selectorField: Path = ["Arguments", "Selector", "Field"];

function misplaced(
  { reference, field, jsonPath }: FoundReference,
  { literalOnly, zone }: Place,
  stepType: StepType,
  name: string,
): { readonly message: string; readonly severity?: Severity } | null {
  // A loop's own numbers have a rule of their own.
  if (literalOnly && zone !== "own") {
    return {
      message: `${printPath(field)} of ${name} reads a value at run time, where SageMaker takes only a literal.`,
    };
  }
  if (reference.kind === "step" && reference.segments[0] === "PropertyFiles" && jsonPath === null) {
    return {
      message: `${printPath(field)} of ${name} reads a property file as a whole. Read one of its values, by a JSON path.`,
    };
  }
  if (reference.kind === "iterationOutput" && !startsWith(field, selectorField)) {
    return {
      severity: "error",
      message: `${printPath(field)} of ${name} reads IterationOutput, which exists only in the Selector of a ForEach.`,
    };
  }
  if (reference.kind !== "execution") return null;
  const owner = stepTypeList.find(({ type }) => runOfType(type).jobVariable === reference.variable);
  if (owner === undefined || runOfType(stepType.type).jobVariable === reference.variable) return null;
  return {
    message: `${printPath(field)} of ${name} reads Execution.${reference.variable}, which exists only in a ${owner.type} step: it names the job of that very step.`,
  };
}
