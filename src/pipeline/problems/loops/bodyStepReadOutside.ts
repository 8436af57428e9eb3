import { printPath } from "../../definition/path";
import { selectedStep } from "../../steps/iteration";
import { readInstead } from "../fixes";
import { hiddenBehind } from "../order/outsideOf";
import type { Finding, Fix, Rule } from "../problem";
import { readsOf } from "../reads";

export const bodyStepReadOutside: Rule = {
  code: "body-step-read-outside",
  severity: "warning",
  why: "Every item starts a step of its own, named BODY-0, BODY-1 …: outside of the loop there is no step of the body's name. Its outputs are read as IterationOutputs[i] or Selected of the ForEach (for_each_step.py).",
  checkLinks(entry, around) {
    const { key } = entry;
    return readsOf(entry, around).flatMap(({ found, source, property, prefix }): Finding[] => {
      const behind = prefix === `Steps.${source.name}` ? hiddenBehind(around, source.key, key, "each") : null;
      if (behind === null) return [];
      const loop = around.step(behind.container);
      const rest = property === "" || property.startsWith("[") ? property : `.${property}`;
      const read = (label: string, root: string): Fix =>
        readInstead(label, key, found.path, `Steps.${behind.container}.${root}${rest}`);
      const selected = loop !== undefined && selectedStep(loop.step) === source.name;
      return [
        {
          step: key,
          at: found.field,
          message: `${printPath(found.field)} reads ${source.name}, which runs once for each item of ${behind.container}. Say which iteration.`,
          fixes: [
            ...(selected ? [read("Read the selected iteration", "Selected")] : []),
            read("Read the first iteration", `IterationOutputs[0].${source.name}`),
          ],
        },
      ];
    });
  },
};
