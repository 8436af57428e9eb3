import { type Path, parsePath, printPath, type Segment } from "../../definition/path";
import { getIn, isList } from "../../definition/value";
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
  why: "Of a Lambda or Callback step only the outputs that its OutputParameters declare can be read, as OutputParameters['name'] (developer guide, Lambda step; issue 3499 of the Python SDK). The outputs and inputs of a processing job are addressed by their names: another one can never be resolved.",
  ofKinds: ["step"],
  checkReference(link, report) {
    const { found, read } = link;
    if (read === null) return;
    const { source, sourceType, segments } = read;
    const root = segments[0];
    const meant = bracketForm(read, found.text);
    if (meant !== null) {
      report({
        message: `${printPath(found.field)} reads ${read.property} of ${source.name}: what a ${sourceType.label} step offers is read as ${meant}.`,
        fixes: [readInstead(`Read ${meant}`, link.entry.key, found.path, `${read.prefix}.${meant}`)],
      });
      return;
    }
    const beyond = beyondList(read);
    if (beyond !== null) {
      report({ message: `${printPath(found.field)} reads ${read.property} of ${source.name}, which has ${beyond}.` });
      return;
    }
    if (root === "PropertyFiles" || !isNamed(sourceType, root)) return;
    const missing = undeclaredName(source.step, sourceType, segments);
    if (missing === null) return;
    const close = nearest(missing.name, missing.declared);
    const isDeclared = root === "OutputParameters";
    report({
      severity: isKnownStepType(source.type) ? "error" : "warning",
      message: sentence(found.field, missing, source.name, close),
      fixes: cures(link, read, missing, close, isDeclared),
    });
  },
};

/** `.Outputs['x']`, the SDK's Python word, and `.OutputParameters.x`, in the form that the service reads; null for all else. */
function bracketForm({ sourceType, segments }: Read, text: string): string | null {
  if (sourceType.outputsForm !== "declared" || segments.length !== 2) return null;
  const [root, name] = segments;
  if (typeof name !== "string") return null;
  // One look at the character before the name tells the usual form off.
  const isDotted =
    root === "OutputParameters" &&
    text[text.length - name.length - 1] === "." &&
    text.endsWith(`.OutputParameters.${name}`);
  return root === "Outputs" || isDotted ? `OutputParameters['${name}']` : null;
}

/** What a list has, in words, where a reference counts further than it goes: `Outputs[3]`. */
function beyondList({ source, sourceType, segments }: Read): string | null {
  if (!segments.some((segment) => typeof segment === "number")) return null;
  for (const [prefix, { at, more }] of Object.entries(sourceType.namedLists ?? {})) {
    const start = parsePath(prefix) ?? [];
    const index = segments[start.length];
    if (more === true || typeof index !== "number" || !start.every((segment, i) => segments[i] === segment)) continue;
    const list = getIn(source.step, parsePath(at) ?? []);
    const count = isList(list) ? list.length : 0;
    if (index >= count) return `${count} of them`;
  }
  return null;
}

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
