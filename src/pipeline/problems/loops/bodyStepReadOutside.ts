import { printPath } from "../../definition/path";
import { selectedStep } from "../../steps/iteration";
import { readInstead } from "../fixes";
import { hiddenBehind } from "../order/outsideOf";
import type { Fix, Rule } from "../problem";

export const bodyStepReadOutside: Rule = {
  code: "body-step-read-outside",
  severity: "warning",
  why: "Every item starts a step of its own, named BODY-0, BODY-1 …: outside of the loop there is no step of the body's name. Its outputs are read as IterationOutputs[i] or Selected of the ForEach (for_each_step.py).",
  ofKinds: ["step"],
  checkReference({ entry: { key }, neighbours, found, read }, report) {
    if (read === null || read.source.parent === null) return;
    const { source, property, prefix } = read;
    const behind = prefix === `Steps.${source.name}` ? hiddenBehind(neighbours, source.key, key, "each") : null;
    if (behind === null) return;
    const loop = neighbours.step(behind.container);
    const rest = property === "" || property.startsWith("[") ? property : `.${property}`;
    const instead = (label: string, root: string): Fix =>
      readInstead(label, key, found.path, `Steps.${behind.container}.${root}${rest}`);
    const selected = loop !== undefined && selectedStep(loop.step) === source.name;
    report({
      message: `${printPath(found.field)} reads ${source.name}, which runs once for each item of ${behind.container}. Say which iteration.`,
      fixes: [
        ...(selected ? [instead("Read the selected iteration", "Selected")] : []),
        instead("Read the first iteration", `IterationOutputs[0].${source.name}`),
      ],
    });
  },
};
