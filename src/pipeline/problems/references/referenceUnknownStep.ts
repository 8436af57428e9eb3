import { printPath } from "../../definition/path";
import { analyseStep } from "../../graph/analyseStep";
import { renameInText } from "../../references/write";
import { readInstead } from "../fixes";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";

export const referenceUnknownStep: Rule = {
  code: "reference-unknown-step",
  severity: "error",
  why: "A reference names a step of the same definition; the SDK refuses one that is undefined (“Step X is undefined.”).",
  checkLinks({ key, step }, around) {
    return analyseStep(step).references.flatMap(({ reference, field, path, text }): Finding[] => {
      if (reference.kind !== "step" || around.step(reference.step) !== undefined) return [];
      const { step: name } = reference;
      const close = nearest(
        name,
        [...around.whole().graph.byKey.keys()].filter((other) => other !== key),
      );
      const fix = close === null ? null : readInstead(`Read from ${close}`, key, path, renameInText(text, name, close));
      return [
        {
          step: key,
          at: field,
          message: `${printPath(field)} reads from ${name}, but there is no step of that name${close === null ? "." : `; did you mean ${close}?`}`,
          fixes: fix === null ? [] : [fix],
        },
      ];
    });
  },
};
