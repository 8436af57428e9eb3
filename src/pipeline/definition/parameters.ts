import { oncePerObject } from "../remember";
import { get, isList, isObject, type ListValue, type ObjectValue, text, type Value } from "./value";

export type ParameterType = "String" | "Integer" | "Float" | "Boolean";
export const parameterTypes: readonly ParameterType[] = ["String", "Integer", "Float", "Boolean"];

/** A pipeline parameter, as the definition has it. */
export interface Parameter {
  readonly name: string;
  readonly type: ParameterType | string;
  /** Undefined where the value must be given at start. */
  readonly defaultValue: Value | undefined;
  readonly enumValues: readonly Value[];
  readonly index: number;
}

const none: readonly Parameter[] = [];

/** The declared parameters, in order. `Type` left out means String. */
export function listParameters(definition: ObjectValue): readonly Parameter[] {
  const list = get(definition, "Parameters");
  return isList(list) ? parametersIn(list) : none;
}

const parametersIn = oncePerObject((list: ListValue) =>
  list.flatMap((item, index): Parameter[] => {
    const name = text(get(item, "Name"));
    if (!isObject(item) || name === undefined) return [];
    const enumValues = get(item, "EnumValues");
    return [
      {
        name,
        type: text(get(item, "Type")) ?? "String",
        defaultValue: get(item, "DefaultValue"),
        enumValues: isList(enumValues) ? enumValues : [],
        index,
      },
    ];
  }),
);

/** The parameter of a name: the first, where there are two. */
export function parameterNamed(definition: ObjectValue, name: string): Parameter | undefined {
  return byName(listParameters(definition)).get(name);
}

const byName = oncePerObject(
  (list: readonly Parameter[]) => new Map(list.toReversed().map((parameter) => [parameter.name, parameter])),
);

/** Why a text cannot be a parameter's name; null when it can (official schema :7). */
export function whyNotParameterName(name: string): string | null {
  if (name === "") return "A parameter needs a name.";
  if (name.length > 64) return `A parameter's name has at most 64 characters; this has ${name.length}.`;
  const wrong = /[^A-Za-z0-9_-]/u.exec(name)?.[0];
  if (wrong === undefined) return null;
  return `A parameter's name takes letters, digits, "-" and "_"; ${wrong === " " ? "a space" : `"${wrong}"`} does not fit.`;
}
