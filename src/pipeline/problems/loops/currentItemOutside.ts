import { printPath } from "../../definition/path";
import { analyseStep } from "../../graph/analyseStep";
import { remove } from "../fixes";
import type { Finding, Rule } from "../problem";

export const currentItemOutside: Rule = {
  code: "current-item-outside",
  severity: "error",
  why: "ForEach.CurrentItem has a value only for the steps in the body of a ForEach (for_each_step.py of the SDK): elsewhere there is no item.",
  checkLinks({ key, name, step }, around) {
    const found = analyseStep(step).references.filter(({ reference }) => reference.kind === "currentItem");
    if (found.length === 0 || around.containers(key).some(({ edge }) => edge === "each")) return [];
    return found.map(
      ({ field }): Finding => ({
        step: key,
        at: field,
        message: `${printPath(field)} reads the current item, but ${name} lies in no ForEach. Move it into one, or read something else.`,
        fixes: [remove(key, field)],
      }),
    );
  },
};
