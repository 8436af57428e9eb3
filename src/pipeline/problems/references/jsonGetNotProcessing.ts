import type { Rule } from "../problem";

export const jsonGetNotProcessing: Rule = {
  code: "json-get-not-processing",
  severity: "error",
  why: "Only a processing step has property files; the SDK refuses others: “JsonGet function (with property_file) can only be evaluated on processing step outputs.” (steps.py)",
  ofKinds: ["step"],
  checkReference({ entry, read }, report) {
    if (read === null || read.segments[0] !== "PropertyFiles") return;
    const { source, sourceType } = read;
    if (sourceType.envelope.includes("PropertyFiles")) return;
    report({
      message: `${entry.name} reads a property file of ${source.name}, but a ${sourceType.label} step has none. Read it from a Processing step.`,
    });
  },
};
