/** Values that make a comparison true. */
import { isNumber, type Value } from "../../definition/value";

/** The comparison with its sides changed over. */
export const mirrored: Readonly<Record<string, string>> = {
  GreaterThan: "LessThan",
  LessThan: "GreaterThan",
  GreaterThanOrEqualTo: "LessThanOrEqualTo",
  LessThanOrEqualTo: "GreaterThanOrEqualTo",
};

/** The comparison that holds where this one does not. */
export const opposites: Readonly<Record<string, string>> = {
  Equals: "Other",
  In: "Other",
  GreaterThan: "LessThanOrEqualTo",
  LessThan: "GreaterThanOrEqualTo",
  GreaterThanOrEqualTo: "LessThan",
  LessThanOrEqualTo: "GreaterThan",
};

/** A value that stands in the comparison with a literal, as near to the literal as there is one. */
export function fittingValue(type: string, literal: Value): Value {
  const isLess = type === "LessThan";
  if (!isLess && type !== "GreaterThan" && type !== "Other") return literal;
  if (typeof literal === "boolean") return isLess ? false : type === "Other" ? !literal : true;
  if (isNumber(literal)) return Number(literal) + (isLess ? -1 : 1);
  if (typeof literal !== "string") return literal;
  return isLess ? literal.slice(0, -1) : `${literal}-other`;
}
