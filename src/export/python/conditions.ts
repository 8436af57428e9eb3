import { lookup } from "../../pipeline/definition/byName";
import { get, isList, text, type Value } from "../../pipeline/definition/value";
import { type Expr, list } from "./layout";
import type { Program } from "./program";
import { hasKeys } from "./stepParts";

const comparisons: Readonly<Record<string, string>> = {
  Equals: "ConditionEquals",
  GreaterThan: "ConditionGreaterThan",
  GreaterThanOrEqualTo: "ConditionGreaterThanOrEqualTo",
  LessThan: "ConditionLessThan",
  LessThanOrEqualTo: "ConditionLessThanOrEqualTo",
};

export function conditions(given: readonly Value[], program: Program): Expr {
  return list(given.map((one) => condition(one, program)));
}

/** A condition in the SDK's words, or written out where it has none. */
function condition(given: Value, program: Program): Expr {
  const known = ofSdk(given, program);
  if (known !== null) return known;
  program.needs.add("WrittenCondition");
  program.use("Condition");
  return { kind: "call", of: "WrittenCondition", args: [program.value(given)] };
}

function ofSdk(given: Value, program: Program): Expr | null {
  const type = text(get(given, "Type")) ?? "";
  const comparison = lookup(comparisons, type);
  if (comparison !== undefined && hasKeys(given, "Type", "LeftValue", "RightValue")) {
    const operand = (key: string) => program.value(get(given, key) ?? null);
    return program.make(comparison, ["left", operand("LeftValue")], ["right", operand("RightValue")]);
  }
  if (type === "In" && hasKeys(given, "Type", "QueryValue", "Values")) {
    const values = get(given, "Values");
    if (!isList(values)) return null;
    const value = program.value(get(given, "QueryValue") ?? null);
    return program.make(
      "ConditionIn",
      ["value", value],
      ["in_values", list(values.map((item) => program.value(item)))],
    );
  }
  if (type === "Not" && hasKeys(given, "Type", "Condition")) {
    return program.make("ConditionNot", ["expression", condition(get(given, "Condition") ?? null, program)]);
  }
  if (type !== "Or" || !hasKeys(given, "Type", "Conditions")) return null;
  const inner = get(given, "Conditions");
  return isList(inner) ? program.make("ConditionOr", ["conditions", conditions(inner, program)]) : null;
}
