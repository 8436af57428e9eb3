import { type Path, printPath, type Segment } from "../../definition/path";
import { declareOutput } from "../../edits/outputs";
import { isKnownStepType, stepTypeOf } from "../../steps";
import { type UndeclaredName, undeclaredName } from "../../steps/outputs";
import type { StepType } from "../../steps/stepType";
import { readInstead } from "../fixes";
import { nearest } from "../nearest";
import type { Finding, Fix, Rule } from "../problem";
import { type Read, readsOf } from "../reads";

export const referenceUndeclaredOutput: Rule = {
  code: "reference-undeclared-output",
  severity: "error",
  why: "Of a Lambda or Callback step only the outputs that its OutputParameters declare can be read (developer guide, Lambda step). The outputs and inputs of a processing job are addressed by their names.",
  checkLinks(entry, around) {
    return readsOf(entry, around).flatMap((read): Finding[] => {
      const { source, property, segments, found } = read;
      const stepType = stepTypeOf(source.type);
      if (segments[0] === "PropertyFiles" || !isNamed(stepType, segments[0])) return [];
      const missing = undeclaredName(source.step, stepType, property);
      if (missing === null) return [];
      const close = nearest(missing.name, missing.declared);
      const isDeclared = segments[0] === "OutputParameters";
      return [
        {
          step: entry.key,
          at: found.field,
          severity: isDeclared && isKnownStepType(source.type) ? "error" : "warning",
          message: sentence(found.field, missing, source.name, close),
          fixes: cures(entry.key, read, missing, close, isDeclared),
        },
      ];
    });
  },
};

/** True where a property of that root may be one that the step itself names. */
function isNamed({ namedLists = {} }: StepType, root: Segment | undefined): boolean {
  for (const prefix in namedLists) if (typeof root === "string" && prefix.startsWith(root)) return true;
  return false;
}

function sentence(field: Path, { name }: UndeclaredName, source: string, close: string | null): string {
  const next = close === null ? ". Declare it, or read another." : `; did you mean ${close}?`;
  return `${printPath(field)} reads ${name} of ${source}, but ${source} declares no output of that name${next}`;
}

function cures(key: string, read: Read, { name }: UndeclaredName, close: string | null, isDeclared: boolean): Fix[] {
  const declare: Fix[] = isDeclared
    ? [{ label: `Declare ${name}`, recipe: declareOutput(read.source.key, name, "String") }]
    : [];
  if (close === null) return declare;
  const text = read.found.text.replace(`['${name}']`, `['${close}']`);
  return text === read.found.text ? declare : [readInstead(`Read ${close}`, key, read.found.path, text), ...declare];
}
