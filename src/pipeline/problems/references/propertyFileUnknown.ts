import { get, isList, text } from "../../definition/value";
import { isKnownStepType, stepTypeOf } from "../../steps";
import { undeclaredName } from "../../steps/outputs";
import { readInstead } from "../fixes";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";
import { readsOf } from "../reads";

export const propertyFileUnknown: Rule = {
  code: "property-file-unknown",
  severity: "error",
  why: "A property file must be declared by the processing step that writes it; the SDK refuses another: “Property file reference 'F' is undefined in step 'P'.” (steps.py)",
  checkLinks(entry, around) {
    return readsOf(entry, around).flatMap(({ source, property, segments, found }): Finding[] => {
      const stepType = stepTypeOf(source.type);
      if (segments[0] !== "PropertyFiles" || !stepType.envelope.includes("PropertyFiles")) return [];
      const missing = undeclaredName(source.step, stepType, property);
      if (missing === null) return [];
      const close =
        nearest(missing.name, missing.declared) ?? (missing.declared.length === 1 ? missing.declared[0] : null);
      const instead = close ?? null;
      return [
        {
          step: entry.key,
          at: found.field,
          severity: isKnownStepType(source.type) ? "error" : "warning",
          message: `${entry.name} reads the property file ${missing.name} of ${source.name}, which ${source.name} does not declare. ${next(declaredFiles(source.step))}`,
          fixes:
            instead === null
              ? []
              : [
                  readInstead(
                    `Read ${instead}`,
                    entry.key,
                    found.path,
                    `Steps.${source.name}.PropertyFiles.${instead}`,
                  ),
                ],
        },
      ];
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
