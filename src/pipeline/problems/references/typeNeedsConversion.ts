import { lastName } from "../../definition/path";
import { setField } from "../../edits/fields";
import { asText } from "../../references/write";
import { fitOf, kindLabel, refusalInWords } from "../../wiring/fit";
import type { ValueKind } from "../../wiring/wire";
import type { Rule } from "../problem";

export const typeNeedsConversion: Rule = {
  code: "type-needs-conversion",
  severity: "error",
  why: "CreatePipeline answers “Cannot assign property reference [..] to argument of type [String]” (issue 2631 of the Python SDK); its to_string() writes a Std:Join of one value (entities.py). Of what type a Condition's Outcome is, nobody has written down: that is only doubted.",
  ofKinds: ["step", "parameter"],
  checkReference(link, report) {
    const { kinds } = link;
    if (kinds === null) return;
    const fit = fitOf(kinds.source, kinds.field);
    if (!fit.fits || fit.how !== "join") return;
    const { entry, found } = link;
    const isOutcome = link.read?.sourceType.type === "Condition";
    report({
      ...(isOutcome ? { severity: "warning" } : {}),
      message: `${lastName(found.field)} of ${entry.name} takes text, and reads ${article(kinds.source)}: wrap it in a Join.`,
      fixes: [{ label: "Wrap in Join", recipe: setField(entry.key, found.path, asText({ Get: found.text })) }],
    });
  },
};

/** Beside the literals that `kind-mismatch` sees: references whose value is of another kind, and cannot be turned into it. */
export const kindOfReference: NonNullable<Rule["checkReference"]> = (link, report) => {
  const { kinds } = link;
  if (kinds === null || kinds.source === "propertyFile" || fitOf(kinds.source, kinds.field).fits) return;
  report({ severity: "warning", message: refusalInWords(kinds.source, kinds.field, lastName(link.found.field)) });
};

function article(kind: ValueKind): string {
  return kind === "integer" ? "an Integer" : `a ${kindLabel(kind)}`;
}
