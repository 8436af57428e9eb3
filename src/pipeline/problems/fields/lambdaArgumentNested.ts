import { entries, get, isList, isObject, onlyKey, someKey, type Value } from "../../definition/value";
import { isExpression, isUnknownExpression } from "../../references/read";
import type { Finding, Rule } from "../problem";

export const lambdaArgumentNested: Rule = {
  code: "lambda-argument-nested",
  severity: "warning",
  why: "The arguments of a Lambda step are flat: “each value must be primitive; nested objects are not supported” (developer guide, Lambda step).",
  types: ["Lambda"],
  checkStep({ key, name, step }) {
    const given = get(step, "Arguments");
    if (!someKey(given, (_, value) => nestedKind(value) !== null)) return none;
    return entries(given).flatMap(([argument, value]): Finding[] => {
      const kind = nestedKind(value);
      if (kind === null) return [];
      const message = `${argument} of ${name} is ${kind}: a Lambda step takes primitive values only, and nested ones are not supported. Give each value an argument of its own.`;
      return [{ step: key, at: ["Arguments", argument], message }];
    });
  },
};

const none: readonly Finding[] = [];

function nestedKind(value: Value): string | null {
  if (typeof value !== "object" || isExpression(value) || (isObject(value) && isUnknownExpression(onlyKey(value))))
    return null;
  return isList(value) ? "a list" : isObject(value) ? "an object" : null;
}
