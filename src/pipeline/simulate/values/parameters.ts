import { get, isList, type Value } from "../../definition/value";
import { joinText } from "../../steps/runs/values/joinText";
import { typedValue } from "../../steps/runs/values/typedValue";

/** One pipeline parameter, as it is declared. `Type` left out means String. */
export interface DeclaredParameter {
  readonly name: string;
  readonly type: string;
  /** undefined: must be given at the start. */
  readonly defaultValue: Value | undefined;
  readonly enumValues: readonly string[];
}

export interface ParameterValues {
  /** Every declared parameter that has a value, typed as declared. */
  readonly values: ReadonlyMap<string, Value>;
  /** What the service refuses about them, in its own words where they are known. */
  readonly refusals: readonly string[];
}

export function declaredParameters(definition: Value): readonly DeclaredParameter[] {
  const list = get(definition, "Parameters");
  if (!isList(list)) return [];
  return list.flatMap((item) => {
    const name = get(item, "Name");
    if (typeof name !== "string") return [];
    const type = get(item, "Type");
    const enumValues = get(item, "EnumValues");
    const defaultValue = get(item, "DefaultValue");
    return [
      {
        name,
        type: typeof type === "string" ? type : "String",
        defaultValue: defaultValue === null ? undefined : defaultValue,
        enumValues: isList(enumValues) ? enumValues.filter((value) => typeof value === "string") : [],
      },
    ];
  });
}

/** Merges given values, which travel as texts, with the defaults; says what the service would refuse. */
export function parameterValues(definition: Value, given: ReadonlyMap<string, string>): ParameterValues {
  const declared = declaredParameters(definition);
  const names = new Set(declared.map(({ name }) => name));
  const refusals = [...given.keys()].filter((name) => !names.has(name)).map((name) => `Unknown parameter '${name}'`);
  const values = new Map<string, Value>();
  for (const parameter of declared) {
    const text = given.get(parameter.name);
    const value = text === undefined ? parameter.defaultValue : typedValue(parameter.type, text);
    const refusal = refusalOf(parameter, text, value);
    if (refusal !== null) refusals.push(refusal);
    else if (value !== undefined && value !== null) values.set(parameter.name, value);
  }
  return { values, refusals };
}

function refusalOf(parameter: DeclaredParameter, text: string | undefined, value: Value | undefined): string | null {
  const { name, type, enumValues } = parameter;
  if (text === "") return `Parameter ${name} value "" is too short (length: 0, required minimum: 1).`;
  if (value === undefined) return `Parameter '${name}' is undefined.`;
  if (value === null) return `Parameter '${name}' value "${text}" is not of type ${type}.`;
  if (text !== undefined && enumValues.length > 0 && !enumValues.includes(text)) {
    return `Parameter '${name}' value "${text}" is not in the enum value set: [${enumValues.join(", ")}].`;
  }
  return null;
}

/** The text in which a parameter's value travels: what `typedValue` reads back. */
export function parameterText(value: Value): string {
  return joinText(value);
}

/** A value for a mandatory parameter that nobody gave, so that a simulation can go on: the first enum value, else one of its type. */
export function sampleParameter(parameter: DeclaredParameter): Value {
  const first = parameter.enumValues[0];
  if (first !== undefined) return first;
  if (parameter.type === "Integer") return 1;
  if (parameter.type === "Float") return 0.5;
  if (parameter.type === "Boolean") return true;
  return `sample-${parameter.name}`;
}
