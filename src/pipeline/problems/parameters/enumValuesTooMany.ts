import { listParameters } from "../../definition/parameters";
import type { Finding, Rule } from "../problem";

const most = 16;

export const enumValuesTooMany: Rule = {
  code: "enum-values-too-many",
  severity: "warning",
  why: "A parameter takes at most 16 EnumValues (issue 2314 of the Python SDK).",
  checkDefinition({ definition }) {
    return listParameters(definition).flatMap(({ name, enumValues, index }): Finding[] =>
      enumValues.length <= most
        ? []
        : [
            {
              step: null,
              at: ["Parameters", index, "EnumValues"],
              message: `The parameter ${name} has ${enumValues.length} EnumValues; SageMaker takes at most ${most}.`,
            },
          ],
    );
  },
};
