import { get, isList, text } from "../../definition/value";
import { isKnownStepType } from "../../steps";
import { undeclaredName } from "../../steps/outputs";
import { readInstead } from "../fixes";
import { nearest } from "../nearest";
import type { Rule } from "../problem";

export const propertyFileUnknown: Rule = {
  code: "property-file-unknown",
  severity: "error",
  why: "A property file must be declared by the processing step that writes it; the SDK refuses another: “Property file reference 'F' is undefined in step 'P'.” (steps.py)",
  ofKinds: ["step"],
  checkReference({ entry, found, read }, report) {
    if (read === null || read.segments[0] !== "PropertyFiles") return;
    const { source, sourceType } = read;
    if (!sourceType.envelope.includes("PropertyFiles")) return;
    const missing = undeclaredName(source.step, sourceType, read.segments);
    if (missing === null) return;
    const { name, declared } = missing;
    const instead = nearest(name, declared) ?? (declared.length === 1 ? (declared[0] ?? null) : null);
    const text = `Steps.${source.name}.PropertyFiles.${instead}`;
    report({
      severity: isKnownStepType(source.type) ? "error" : "warning",
      message: `${entry.name} reads the property file ${name} of ${source.name}, which ${source.name} does not declare. ${next(declaredFiles(source.step))}`,
      fixes: instead === null ? [] : [readInstead(`Read ${instead}`, entry.key, found.path, text)],
    });
  },
};

function next(declared: readonly string[]): string {
  return declared.length === 0 ? "Declare it in its PropertyFiles." : `It declares ${declared.join(", ")}.`;
}

function declaredFiles(step: Parameters<typeof get>[0]): readonly string[] {
  const list = get(step, "PropertyFiles");
  return (isList(list) ? list : []).flatMap((item) => text(get(item, "PropertyFileName")) ?? []);
}
