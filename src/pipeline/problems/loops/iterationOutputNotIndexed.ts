import { printPath } from "../../definition/path";
import { stepTypeOf } from "../../steps";
import { readInstead } from "../fixes";
import type { Rule } from "../problem";

export const iterationOutputNotIndexed: Rule = {
  code: "iteration-output-not-indexed",
  severity: "error",
  why: "IterationOutputs holds an element for each item: the SDK writes its number first, then the body step, then the output (for_each_step.py).",
  ofKinds: ["step"],
  checkReference({ entry: { key }, neighbours, found: { reference, field, path, text } }, report) {
    if (reference.kind !== "step" || reference.segments[0] !== "IterationOutputs") return;
    if (typeof reference.segments[1] === "number") return;
    const source = neighbours.step(reference.step);
    if (source === undefined || !stepTypeOf(source.type).slots.some(({ edge }) => edge === "each")) return;
    const first = text.replace(".IterationOutputs", ".IterationOutputs[0]");
    report({
      message: `${printPath(field)} reads IterationOutputs of ${source.name} without saying which iteration.`,
      fixes: [readInstead("Read the first iteration", key, path, first)],
    });
  },
};
