import { printPath } from "../../definition/path";
import { remove } from "../fixes";
import type { Rule } from "../problem";

export const currentItemOutside: Rule = {
  code: "current-item-outside",
  severity: "error",
  why: "ForEach.CurrentItem has a value only for the steps in the body of a ForEach (for_each_step.py of the SDK): elsewhere there is no item.",
  ofKinds: ["currentItem"],
  checkReference({ entry: { key, name }, neighbours, found: { reference, field } }, report) {
    if (reference.kind !== "currentItem" || neighbours.containers(key).some(({ edge }) => edge === "each")) return;
    report({
      message: `${printPath(field)} reads the current item, but ${name} lies in no ForEach. Move it into one, or read something else.`,
      fixes: [remove(key, field)],
    });
  },
};
