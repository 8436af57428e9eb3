import { lookup } from "../../pipeline/definition/byName";
import { get, isList, isNumber, LosslessNumber, text, type Value } from "../../pipeline/definition/value";
import { list } from "./layout";
import type { Program } from "./program";
import { hasKeys } from "./stepParts";
import { quoted, scalar } from "./text";

/** Writes the parameters, each as a variable named after it. False where they are none that a program can have. */
export function writeParameters(parameters: Value | undefined, program: Program): boolean {
  if (parameters === undefined) return true;
  if (!isList(parameters)) return false;
  const names = parameters.map((parameter) => text(get(parameter, "Name")) ?? "");
  if (names.includes("") || new Set(names).size < names.length) return false;
  for (const [index, parameter] of parameters.entries()) {
    const name = names[index] ?? "";
    const variable = program.names.give(name, "parameter");
    program.assign(variable, known(parameter, name, program) ?? written(parameter, program));
    program.parameters.set(name, variable);
  }
  return true;
}

const classes: Readonly<Record<string, string>> = {
  String: "ParameterString",
  Integer: "ParameterInteger",
  Float: "ParameterFloat",
  Boolean: "ParameterBoolean",
};

/** In the SDK's own class, which wants a default of its very type. */
function known(parameter: Value, name: string, program: Program) {
  const type = text(get(parameter, "Type")) ?? "";
  const of = lookup(classes, type);
  const [value, choices] = [get(parameter, "DefaultValue"), get(parameter, "EnumValues")];
  if (of === undefined || !hasKeys(parameter, "Name", "Type", "DefaultValue?", "EnumValues?")) return null;
  if (value !== undefined && !suits(value, type)) return null;
  if (choices !== undefined && (type !== "String" || !isList(choices) || choices.length === 0)) return null;
  if (isList(choices) && choices.some((choice) => typeof choice !== "string")) return null;
  return program.make(
    of,
    ["name", quoted(name)],
    value === undefined ? null : ["default_value", scalar(value) ?? "None"],
    isList(choices) ? ["enum_values", list(choices.map((choice) => scalar(choice) ?? "None"))] : null,
  );
}

function suits(value: Value, type: string): boolean {
  if (type === "String") return typeof value === "string";
  if (type === "Boolean") return typeof value === "boolean";
  if (!isNumber(value)) return false;
  const printed = value instanceof LosslessNumber ? value.value : String(value);
  return (type === "Float") === /[.eE]/.test(printed);
}

function written(parameter: Value, program: Program) {
  program.needs.add("WrittenParameter");
  program.use("ParameterString");
  return { kind: "call", of: "WrittenParameter", args: [program.plain(parameter)] } as const;
}
