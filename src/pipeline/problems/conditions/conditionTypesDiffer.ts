import { lookup } from "../../definition/byName";
import { get, isList, isNumber, type ObjectValue, type Value } from "../../definition/value";
import { setField } from "../../edits/fields";
import { readExpression } from "../../references/read";
import { asText } from "../../references/write";
import { stepTypeOf } from "../../steps";
import { outputKind } from "../../steps/outputs";
import { convert } from "../fields/kindMismatch";
import type { Neighbours } from "../neighbours";
import type { Finding, Fix, Rule } from "../problem";
import { conditionsOf, type FoundCondition } from "./eachCondition";

type Kind = "text" | "number" | "boolean" | null;

export const conditionTypesDiffer: Rule = {
  code: "condition-types-differ",
  severity: "warning",
  why: "Comparisons are typed: the SDK's local executor fails on values of two types, and AWS's own test joins a number to text before it compares (test_pipeline_var_behaviors.py).",
  types: ["Condition"],
  checkLinks({ key, name, step }, neighbours) {
    return conditionsOf(step).flatMap((one): Finding[] => {
      const [left, ...others] = operandsIn(one.condition);
      if (left === undefined) return [];
      const kind = kindOf(left.value, neighbours);
      const other = others.find(({ value }) => {
        const theirs = kindOf(value, neighbours);
        return kind !== null && theirs !== null && theirs !== kind;
      });
      if (other === undefined) return [];
      const theirs = kindOf(other.value, neighbours);
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

const kinds: Readonly<Record<string, Kind>> = {
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
function kindOf(value: Value, neighbours: Neighbours): Kind {
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

/** A literal is written in the other's kind; two references are compared as texts. */
function cures({ at }: FoundCondition, key: string, left: Operand, right: Operand, kind: Kind, theirs: Kind): Fix[] {
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
