import { stepTypeOf } from "../../steps";
import type { Finding, Rule } from "../problem";
import { readsOf } from "../reads";

export const jsonGetNotProcessing: Rule = {
  code: "json-get-not-processing",
  severity: "error",
  why: "Only a processing step has property files; the SDK refuses others: “JsonGet function (with property_file) can only be evaluated on processing step outputs.” (steps.py)",
  checkLinks(entry, around) {
    return readsOf(entry, around).flatMap(({ source, segments, found }): Finding[] => {
      const stepType = stepTypeOf(source.type);
      if (segments[0] !== "PropertyFiles" || stepType.envelope.includes("PropertyFiles")) return [];
      return [
        {
          step: entry.key,
          at: found.field,
          message: `${entry.name} reads a property file of ${source.name}, but a ${stepType.label} step has none. Read it from a Processing step.`,
        },
      ];
    });
  },
};
