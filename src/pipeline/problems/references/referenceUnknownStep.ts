import { printPath } from "../../definition/path";
import { renameInText } from "../../references/write";
import { readInstead } from "../fixes";
import { nearestStep } from "../nearestStep";
import type { Rule } from "../problem";

export const referenceUnknownStep: Rule = {
  code: "reference-unknown-step",
  severity: "error",
  why: "A reference names a step of the same definition; the SDK refuses one that is undefined (“Step X is undefined.”).",
  ofKinds: ["step"],
  checkReference({ entry: { key }, neighbours, found, read }, report) {
    const { reference, field, path, text } = found;
    if (read !== null || reference.kind !== "step") return;
    const { step: name } = reference;
    const { byKey } = neighbours.whole().graph;
    report({
      say() {
        const close = nearestStep(
          name,
          [...byKey.keys()].filter((other) => other !== key),
        );
        const next = close === null ? "." : `; did you mean ${close}?`;
        const read = (other: string) =>
          readInstead(`Read from ${other}`, key, path, renameInText(text, new Map([[name, other]])));
        return {
          message: `${printPath(field)} reads from ${name}, but there is no step of that name${next}`,
          fixes: close === null ? [] : [read(close)],
        };
      },
    });
  },
};
