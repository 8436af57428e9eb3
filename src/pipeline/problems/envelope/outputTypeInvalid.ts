import { parameterTypes } from "../../definition/parameters";
import { setField } from "../../edits/fields";
import { isExpression } from "../../references/read";
import { nearest } from "../nearest";
import type { Finding, Rule } from "../problem";
import { outputParameters } from "./outputParameters";

export const outputTypeInvalid: Rule = {
  code: "output-type-invalid",
  severity: "error",
  why: "The type of an output is String, Integer, Float or Boolean (lambda_step.py and callback_step.py of the SDK; the official schema says the same).",
  withKey: "OutputParameters",
  checkStep({ key, name, type, step }) {
    return outputParameters(step, type).flatMap((output): Finding[] => {
      const said = output.type;
      if (parameterTypes.some((known) => known === said) || isExpression(said)) return [];
      const close = typeof said === "string" ? nearest(said, parameterTypes) : null;
      const meant = close ?? "String";
      const at = ["OutputParameters", output.index, "OutputType"];
      const what =
        said === undefined ? "has no type" : `has the type ${typeof said === "string" ? said : "of no name"}`;
      const message = `The output ${output.name} of ${name} ${what}. It is a String, an Integer, a Float or a Boolean.`;
      return [
        {
          step: key,
          at,
          message,
          fixes: [{ label: `Make it ${/^I/.test(meant) ? "an" : "a"} ${meant}`, recipe: setField(key, at, meant) }],
        },
      ];
    });
  },
};
