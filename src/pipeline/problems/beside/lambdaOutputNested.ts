import { printPath } from "../../definition/path";
import { isKnownStepType, stepTypeOf } from "../../steps";
import { readInstead } from "../fixes";
import type { Finding, Rule } from "../problem";
import { readsOf } from "../reads";

export const lambdaOutputNested: Rule = {
  code: "lambda-output-nested",
  severity: "error",
  why: "A nested value that a function returns becomes one text: reading a member of it ends in a non-retryable client error (developer guide, Lambda step).",
  checkLinks(entry, around) {
    return readsOf(entry, around).flatMap(({ found, source, segments, prefix }): Finding[] => {
      const isDeclared = stepTypeOf(source.type).outputsForm === "declared" && isKnownStepType(source.type);
      if (!isDeclared || segments[0] !== "OutputParameters" || segments.length < 3) return [];
      const output = String(segments[1]);
      const whole = `${prefix}.OutputParameters['${output}']`;
      return [
        {
          step: entry.key,
          at: found.field,
          message: `${printPath(found.field)} reads a member of ${output}, but SageMaker turns what ${source.name} returns there into one text. Return the member by itself.`,
          fixes: [readInstead(`Read ${output} as a whole`, entry.key, found.path, whole)],
        },
      ];
    });
  },
};
