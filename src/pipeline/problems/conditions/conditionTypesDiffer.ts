import { get, isList, type ObjectValue, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { readExpression } from "../../references/read";
import { asText } from "../../references/write";
import { convert } from "../fields/kindMismatch";
import type { Finding, Fix, Rule } from "../problem";
import { conditionsOf, type FoundCondition } from "./eachCondition";
import { type OperandKind, operandKind } from "./operandKind";

export const conditionTypesDiffer: Rule = {
  code: "condition-types-differ",
  severity: "warning",
  why: "Comparisons are typed: the SDK's local executor fails on values of two types, and AWS's own test joins a number to text before it compares (test_pipeline_var_behaviors.py).",
  types: ["Condition"],
  checkLinks({ key, name, step }, neighbours) {
    return conditionsOf(step).flatMap((one): Finding[] => {
      const [left, ...others] = operandsIn(one.condition);
      if (left === undefined) return [];
      const kind = operandKind(left.value, neighbours);
      const other = others.find(({ value }) => {
        const theirs = operandKind(value, neighbours);
        return kind !== null && theirs !== null && theirs !== kind;
      });
      if (other === undefined) return [];
      const theirs = operandKind(other.value, neighbours);
      return [
        {
          step: key,
          at: one.at,
          message: `${name} compares a ${kind} with a ${theirs}: they are never equal, and may fail the step.`,
          fixes: cures(one, key, left, other, kind, theirs),
        },
      ];
    });
  },
};

interface Operand {
  readonly path: readonly (string | number)[];
  readonly value: Value;
}

function operandsIn(condition: ObjectValue): readonly Operand[] {
  const one = (name: string): Operand[] => {
    const value = get(condition, name);
    return value === undefined ? [] : [{ path: [name], value }];
  };
  const values = get(condition, "Values");
  const listed = isList(values) ? values.map((value, index) => ({ path: ["Values", index], value })) : [];
  return [...one("LeftValue"), ...one("QueryValue"), ...one("RightValue"), ...listed];
}

/** A literal is written in the other's kind; two references are compared as texts. */
function cures(
  { at }: FoundCondition,
  key: string,
  left: Operand,
  right: Operand,
  kind: OperandKind,
  theirs: OperandKind,
): Fix[] {
  const literal = readExpression(right.value) === null ? right : readExpression(left.value) === null ? left : null;
  if (literal !== null) {
    const wanted = literal === right ? kind : theirs;
    const scalar = wanted === "number" ? "float" : wanted === "boolean" ? "boolean" : "string";
    const converted = convert(literal.value, scalar);
    if (converted === null) return [];
    return [
      { label: `Write ${JSON.stringify(converted)}`, recipe: setField(key, [...at, ...literal.path], converted) },
    ];
  }
  const number = kind === "text" ? right : left;
  return [{ label: "Wrap in Join", recipe: setField(key, [...at, ...number.path], asText(number.value)) }];
}
