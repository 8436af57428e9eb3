import { hasHole } from "../../definition/holes";
import { listParameters } from "../../definition/parameters";
import { sameValue } from "../../definition/value";
import { putInDefinition } from "../fixes";
import type { Finding, Rule } from "../problem";

export const parameterDefaultNotInEnum: Rule = {
  code: "parameter-default-not-in-enum",
  severity: "warning",
  why: "A parameter with EnumValues takes one of them, by default too (developer guide, Pipeline parameters).",
  checkDefinition({ definition }) {
    return listParameters(definition).flatMap(({ name, defaultValue, enumValues, index }): Finding[] => {
      if (
        defaultValue === undefined ||
        enumValues.length === 0 ||
        (typeof defaultValue === "string" && hasHole(defaultValue))
      )
        return [];
      if (enumValues.some((value) => sameValue(value, defaultValue))) return [];
      const at = ["Parameters", index, "DefaultValue"];
      const use = enumValues
        .slice(0, 3)
        .map((value) => ({ label: `Use ${String(value)}`, recipe: putInDefinition(at, value) }));
      const allow = {
        label: `Allow ${String(defaultValue)}`,
        recipe: putInDefinition(["Parameters", index, "EnumValues"], [...enumValues, defaultValue]),
      };
      const options = enumValues.map(String).join(", ");
      return [
        {
          step: null,
          at,
          message: `The default of ${name} is ${String(defaultValue)}, and it takes ${options}.`,
          fixes: [...use, allow],
        },
      ];
    });
  },
};
