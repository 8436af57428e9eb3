import { lookup } from "../../definition/byName";
import { isNumber, type Value } from "../../definition/value";
import { readExpression } from "../../references/read";
import { stepTypeOf } from "../../steps";
import { outputKind } from "../../steps/outputs";
import type { Neighbours } from "../neighbours";

export type OperandKind = "text" | "number" | "boolean" | null;

const kinds: Readonly<Record<string, OperandKind>> = {
  string: "text",
  String: "text",
  integer: "number",
  Integer: "number",
  float: "number",
  Float: "number",
  boolean: "boolean",
  Boolean: "boolean",
};

/** The kind of an operand; null where nobody knows it before it runs (a value of a property file). */
export function operandKind(value: Value, neighbours: Neighbours): OperandKind {
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  if (isNumber(value)) return "number";
  const expression = readExpression(value);
  if (expression?.kind === "join") return "text";
  if (expression?.kind !== "get") return null;
  const { reference } = expression;
  if (reference.kind === "parameter") return lookup(kinds, neighbours.parameter(reference.name)?.type ?? "") ?? null;
  if (reference.kind === "execution") return "text";
  if (reference.kind !== "step") return null;
  const source = neighbours.step(reference.step);
  if (source === undefined) return null;
  return (
    lookup(
      kinds,
      outputKind(
        source.step,
        neighbours.model(source.type),
        stepTypeOf(source.type),
        reference.property,
        neighbours.models,
      ),
    ) ?? null
  );
}
