import { entries, get, has, isList, isObject, objectOf, type Value } from "../../definition/value";
import { putInDefinition } from "../fixes";
import type { Finding, Rule } from "../problem";

const at = ["Parameters"];

export const parametersMalformed: Rule = {
  code: "parameters-malformed",
  severity: "error",
  why: "Parameters is a list of objects with Name and Type; the service answers “Unable to parse pipeline definition. Expecting start of Json Array.” (or Object) to anything else (issues 2345 and 3908 of the Python SDK).",
  checkDefinition({ definition }) {
    const parameters = get(definition, "Parameters");
    if (parameters === undefined || parameters === null) return [];
    if (!isList(parameters)) {
      const fixes = isObject(parameters)
        ? [{ label: "Make it a list", recipe: putInDefinition(at, entries(parameters).map(fromMap)) }]
        : [];
      return [{ step: null, at, message: "Parameters must be a list of parameters.", fixes }];
    }
    return parameters.flatMap((one, index): readonly Finding[] =>
      isObject(one)
        ? []
        : [
            {
              step: null,
              at: [...at, index],
              message: `Parameters[${index}] must be an object with Name and Type.`,
              fixes:
                typeof one === "string"
                  ? [{ label: `Declare ${one}`, recipe: putInDefinition([...at, index], declared(one)) }]
                  : [],
            },
          ],
    );
  },
};

/** `{"P": {"Type": …}}` and `{"P": "a default"}` as an entry of the list. */
function fromMap([name, value]: readonly [string, Value]): Value {
  if (!isObject(value)) return objectOf([...entries(declared(name)), ["DefaultValue", value]]);
  const rest = entries(value).filter(([key]) => key !== "Name");
  return objectOf([["Name", name], ...(has(value, "Type") ? [] : [["Type", "String"] as const]), ...rest]);
}

function declared(name: string) {
  return objectOf([
    ["Name", name],
    ["Type", "String"],
  ]);
}
