import { printPath } from "../../definition/path";
import { isKnownStepType } from "../../steps";
import { readInstead } from "../fixes";
import type { Rule } from "../problem";

export const lambdaOutputNested: Rule = {
  code: "lambda-output-nested",
  severity: "error",
  why: "A nested value that a function returns becomes one text: reading a member of it ends in a non-retryable client error (developer guide, Lambda step).",
  ofKinds: ["step"],
  checkReference({ entry, found, read }, report) {
    if (read === null || read.segments.length < 3 || read.segments[0] !== "OutputParameters") return;
    const { source, sourceType, segments, prefix } = read;
    if (sourceType.outputsForm !== "declared" || !isKnownStepType(source.type)) return;
    const output = String(segments[1]);
    const whole = `${prefix}.OutputParameters['${output}']`;
    report({
      message: `${printPath(found.field)} reads a member of ${output}, but SageMaker turns what ${source.name} returns there into one text. Return the member by itself.`,
      fixes: [readInstead(`Read ${output} as a whole`, entry.key, found.path, whole)],
    });
  },
};
