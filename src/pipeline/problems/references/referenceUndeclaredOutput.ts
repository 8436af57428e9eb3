import { type Path, printPath, type Segment } from "../../definition/path";
import { declareOutput } from "../../edits/outputs";
import type { StepType } from "../../schema/stepType";
import { isKnownStepType } from "../../steps";
import { type UndeclaredName, undeclaredName } from "../../steps/outputs";
import { readInstead } from "../fixes";
import type { Link, Read } from "../link";
import { nearest } from "../nearest";
import type { Fix, Rule } from "../problem";

export const referenceUndeclaredOutput: Rule = {
  code: "reference-undeclared-output",
  severity: "error",
  why: "Of a Lambda or Callback step only the outputs that its OutputParameters declare can be read (developer guide, Lambda step). The outputs and inputs of a processing job are addressed by their names.",
  ofKinds: ["step"],
  checkReference(link, report) {
    const { found, read } = link;
    if (read === null) return;
    const { source, sourceType, segments } = read;
    const [root] = segments;
    if (root === "PropertyFiles" || !isNamed(sourceType, root)) return;
    const missing = undeclaredName(source.step, sourceType, segments);
    if (missing === null) return;
    const close = nearest(missing.name, missing.declared);
    const isDeclared = root === "OutputParameters";
    report({
      severity: isDeclared && isKnownStepType(source.type) ? "error" : "warning",
      message: sentence(found.field, missing, source.name, close),
      fixes: cures(link, read, missing, close, isDeclared),
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

function cures(
  { entry, found }: Link,
  read: Read,
  { name }: UndeclaredName,
  close: string | null,
  isDeclared: boolean,
): Fix[] {
  const declare: Fix[] = isDeclared
    ? [{ label: `Declare ${name}`, recipe: declareOutput(read.source.key, name, "String") }]
    : [];
  if (close === null) return declare;
  const text = found.text.replace(`['${name}']`, `['${close}']`);
  return text === found.text ? declare : [readInstead(`Read ${close}`, entry.key, found.path, text), ...declare];
}
