import { parameterTypes } from "../../definition/parameters";
import { get, isObject, text, type Value } from "../../definition/value";
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
    const declared = outputParameters(step, type);
    if (declared.every(hasType)) return none;
    return declared.flatMap((output, index): Finding[] => {
      if (hasType(output)) return [];
      const said = get(output, "OutputType");
      const close = typeof said === "string" ? nearest(said, parameterTypes) : null;
      const meant = close ?? "String";
      const at = ["OutputParameters", index, "OutputType"];
      const what =
        said === undefined ? "has no type" : `has the type ${typeof said === "string" ? said : "of no name"}`;
      const message = `The output ${text(get(output, "OutputName")) ?? ""} of ${name} ${what}. It is a String, an Integer, a Float or a Boolean.`;
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

const none: readonly Finding[] = [];

function hasType(output: Value): boolean {
  // What is no object has a rule of its own.
  if (!isObject(output)) return true;
  const said = get(output, "OutputType");
  return parameterTypes.some((known) => known === said) || isExpression(said);
}
