/** Why a Condition came out as it did: each comparison with its two values, where they came from, and what it came to. */
import { lookup } from "../../definition/byName";
import { serialise } from "../../definition/serialise";
import { get, getIn, isList, isNumber, type ObjectValue, text, type Value } from "../../definition/value";
import { expressionWords } from "../../references/expressionWords";
import { isExpression } from "../../references/read";
import { joinText } from "../../steps/runs/values/joinText";
import { comparisonSigns } from "../../steps/sentences/conditionSentence";
import { evaluateConditions, type Findings } from "./conditions";

export interface Operand {
  /** `Report mse.value`; null for a literal. */
  readonly from: string | null;
  readonly value: Value;
}

/** One row of the explanation: a comparison, or the head of an Or or a Not with its own rows behind it, one deeper. */
export interface Comparison {
  readonly depth: number;
  /** `≤`, `in`; `any of` and `not` for heads. */
  readonly sign: string;
  readonly left: Operand | null;
  readonly right: Operand | null;
  /** Null: it was not looked at, because an earlier one decided, or it fails. */
  readonly outcome: boolean | null;
  readonly fails: string | null;
}

/** The comparisons of a Condition step; `request` is what its `Arguments` came to. */
export function comparisonsOf(step: ObjectValue, request: Value | null): readonly Comparison[] {
  const resolved = get(request ?? undefined, "Conditions");
  const findings: Findings = new Map();
  evaluateConditions(resolved, findings);
  return rowsOf(getIn(step, ["Arguments", "Conditions"]), resolved, findings, 0);
}

function rowsOf(
  written: Value | undefined,
  resolved: Value | undefined,
  findings: Findings,
  depth: number,
): readonly Comparison[] {
  if (!isList(written) || !isList(resolved)) return [];
  return resolved.flatMap((condition, index) => rowsOfOne(written[index], condition, findings, depth));
}

function rowsOfOne(
  written: Value | undefined,
  condition: Value,
  findings: Findings,
  depth: number,
): readonly Comparison[] {
  const type = text(get(condition, "Type")) ?? "?";
  const found = findings.get(condition);
  const end = {
    depth,
    outcome: typeof found === "boolean" ? found : null,
    fails: typeof found === "string" ? found : null,
  };
  const head = (sign: string): Comparison => ({ ...end, sign, left: null, right: null });
  if (type === "Or") {
    const inner = rowsOf(get(written, "Conditions"), get(condition, "Conditions"), findings, depth + 1);
    return [head("any of"), ...inner];
  }
  if (type === "Not") {
    const inner = get(condition, "Condition");
    const rows = inner === undefined ? [] : rowsOfOne(get(written, "Condition"), inner, findings, depth + 1);
    return [head("not"), ...rows];
  }
  const operand = (key: string): Operand | null => {
    const value = get(condition, key);
    const source = get(written, key);
    return value === undefined ? null : { value, from: isExpression(source) ? expressionWords(source) : null };
  };
  if (type === "In") return [{ ...end, sign: "in", left: operand("QueryValue"), right: operand("Values") }];
  return [
    { ...end, sign: lookup(comparisonSigns, type) ?? type, left: operand("LeftValue"), right: operand("RightValue") },
  ];
}

/** A value as it stands in an explanation: texts in quotes, numbers as they are written. */
export function valueWords(value: Value): string {
  return isNumber(value) ? joinText(value) : serialise(value);
}

function operandWords(operand: Operand | null): string {
  if (operand === null) return "nothing";
  const value = valueWords(operand.value);
  return operand.from === null ? value : `${operand.from} (${value})`;
}

/** The explanation as a sentence for each comparison: `Report mse.value (5.5) ≤ Threshold (6.0) is true.` */
export function comparisonSentences(comparisons: readonly Comparison[]): string {
  const told = comparisons.some(({ left, right, fails }) => fails !== null && (left !== null || right !== null));
  return comparisons
    .flatMap((row) => {
      // A head speaks for itself only where none of its rows does.
      if (row.left === null && row.right === null) return row.fails === null || told ? [] : [row.fails];
      const rule = `${operandWords(row.left)} ${row.sign} ${operandWords(row.right)}`;
      if (row.fails !== null) return [`${rule}: ${row.fails}`];
      return [row.outcome === null ? `${rule} was not looked at.` : `${rule} is ${row.outcome}.`];
    })
    .join(" ");
}
