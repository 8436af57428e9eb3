import { listParameters, type Parameter, parameterTypes } from "../../definition/parameters";
import { isNumber, LosslessNumber, type Value } from "../../definition/value";
import { isExpression } from "../../references/read";
import { convert } from "../fields/kindMismatch";
import { putInDefinition } from "../fixes";
import { nearest } from "../nearest";
import type { Finding, Fix, Rule } from "../problem";

export const parameterDefaultType: Rule = {
  code: "parameter-default-type",
  severity: "warning",
  why: "A default is a JSON value of the parameter's type; the SDK refuses others: “The default value specified does not match the Parameter Python type.” (parameters.py)",
  checkDefinition({ definition }) {
    return listParameters(definition).flatMap((parameter): Finding[] => {
      const { name, type, defaultValue, index } = parameter;
      if (isExpression(defaultValue)) {
        return [
          {
            step: null,
            at: ["Parameters", index, "DefaultValue"],
            severity: "error",
            message: `The default of ${name} is a reference; it must be written out.`,
            why: "A parameter's default is a value; the SDK raises a TypeError for a reference (issue 3123 of the Python SDK).",
          },
        ];
      }
      const isKnown = parameterTypes.some((known) => known === type);
      if (!isKnown) {
        const at = ["Parameters", index, "Type"];
        const sameLetters = parameterTypes.find((known) => known.toLowerCase() === type.toLowerCase());
        const meant = sameLetters ?? nearest(type, parameterTypes) ?? "String";
        const fixes = [{ label: `Make it ${article(meant)}`, recipe: putInDefinition(at, meant) }];
        return [
          {
            step: null,
            at,
            ...(sameLetters === undefined ? {} : { severity: "error" as const }),
            message: `The parameter ${name} has the type ${type}. It is a String, an Integer, a Float or a Boolean.`,
            fixes,
          },
        ];
      }
      if (defaultValue === undefined || defaultValue === null || fits(defaultValue, type)) return [];
      const at = ["Parameters", index, "DefaultValue"];
      return [{ step: null, at, message: `The default of ${name} is no ${type}.`, fixes: cures(parameter, at) }];
    });
  },
};

function fits(value: Value, type: string): boolean {
  switch (type) {
    case "String":
      return typeof value === "string";
    case "Boolean":
      return typeof value === "boolean";
    case "Integer":
      return isNumber(value) && Number.isInteger(value instanceof LosslessNumber ? Number(value.value) : value);
    default:
      return isNumber(value);
  }
}

const kinds = { String: "string", Integer: "integer", Float: "float", Boolean: "boolean" } as const;

/** The value in the parameter's type, and the type that the value has. */
function cures({ defaultValue = null, type, index }: Parameter, at: readonly (string | number)[]): Fix[] {
  const kind = Object.entries(kinds).find(([name]) => name === type)?.[1];
  const converted = kind === undefined || typeof defaultValue === "object" ? null : convert(defaultValue, kind);
  const theirs = parameterTypes.find((known) => fits(defaultValue, known));
  return [
    ...(converted === null
      ? []
      : [{ label: `Write ${JSON.stringify(converted)}`, recipe: putInDefinition(at, converted) }]),
    ...(theirs === undefined
      ? []
      : [{ label: `Make it ${article(theirs)}`, recipe: putInDefinition(["Parameters", index, "Type"], theirs) }]),
  ];
}

function article(type: string): string {
  return type === "Integer" ? "an Integer" : `a ${type}`;
}
