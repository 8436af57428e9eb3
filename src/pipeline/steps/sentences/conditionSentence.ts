import { lookup } from "../../definition/byName";
import { get, getIn, isList, type ObjectValue, text, type Value } from "../../definition/value";
import { expressionWords, listWords } from "../../references/expressionWords";

/** The sign of each comparison. */
export const comparisonSigns: Readonly<Record<string, string>> = {
  Equals: "=",
  NotEquals: "≠",
  GreaterThan: ">",
  GreaterThanOrEqualTo: "≥",
  LessThan: "<",
  LessThanOrEqualTo: "≤",
};

/** The rule of a Condition step as a person reads it: `If Report mse.value ≤ Threshold`. */
export function conditionSentence(step: ObjectValue): string {
  const conditions = getIn(step, ["Arguments", "Conditions"]);
  if (!isList(conditions) || conditions.length === 0) return "No conditions yet";
  return `If ${conditions.map((condition) => rule(condition, conditions.length > 1)).join(" and ")}`;
}

/** One condition in words; `inside` puts an Or of several into brackets. */
export function conditionWords(condition: Value): string {
  return rule(condition, false);
}

function rule(condition: Value, inside: boolean): string {
  const type = text(get(condition, "Type")) ?? "?";
  if (type === "Or") return orRule(condition, inside);
  if (type === "Not") return notRule(condition);
  if (type === "In" || type === "NotIn") return inRule(condition, type === "In" ? "in" : "not in");
  const left = get(condition, "LeftValue");
  const right = get(condition, "RightValue");
  if (left === undefined && right === undefined) return `${type} …`;
  return `${expressionWords(left)} ${lookup(comparisonSigns, type) ?? type} ${expressionWords(right)}`;
}

function inRule(condition: Value, words: string): string {
  const values = get(condition, "Values");
  const list = isList(values) ? listWords(values) : expressionWords(values);
  return `${expressionWords(get(condition, "QueryValue"))} ${words} ${list}`;
}

function orRule(condition: Value, inside: boolean): string {
  const conditions = get(condition, "Conditions");
  if (!isList(conditions) || conditions.length === 0) return "any of none";
  const words = conditions.map((one) => rule(one, true)).join(" or ");
  return inside && conditions.length > 1 ? `(${words})` : words;
}

/** Only Equals and In have an opposite of their own: the comparison is typed, so "not less" is not "greater or equal". */
function notRule(condition: Value): string {
  const negated = get(condition, "Condition");
  if (negated === undefined) return "not …";
  const type = text(get(negated, "Type"));
  if (type === "Equals") {
    return `${expressionWords(get(negated, "LeftValue"))} ≠ ${expressionWords(get(negated, "RightValue"))}`;
  }
  if (type === "In") return inRule(negated, "not in");
  return `not (${rule(negated, false)})`;
}
