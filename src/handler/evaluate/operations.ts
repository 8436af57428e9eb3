import type { Language } from "../code/code";
import { alternatives, constantText, joinAll, type Known, type OutputType, scalar, unknownValue } from "./values";

const comparisons = new Set("== != === !== < > <= >= in is ! not <> instanceof".split(" "));

/** What an operator makes of its operands; dictionaries are joined elsewhere. */
export function operate(operator: string, operands: readonly Known[], language: Language): Known {
  const [left, right] = operands;
  if (comparisons.has(operator) || operator === "is not" || operator === "not in") return scalar("Boolean");
  if (left === undefined) return unknownValue;
  if (operator === "typeof") return scalar("String");
  if (operator === "delete") return scalar("Boolean");
  if (operator === ",") return operands.at(-1) ?? unknownValue;
  if (operator === "slice") return withoutText(left);
  if (right === undefined) return ofOne(operator, left);
  return joinAll(
    alternatives(left).flatMap((one) => alternatives(right).map((other) => ofTwo(operator, one, other, language))),
  );
}

/** A part of a text is a text, a part of a list a list. */
function withoutText(value: Known): Known {
  const parts = alternatives(value).map((one): Known => {
    if (one.kind === "list") return { ...one, items: null };
    return one.kind === "scalar" && one.type === "String" ? scalar("String", one.isGuess) : unknownValue;
  });
  return joinAll(parts);
}

function ofOne(operator: string, value: Known): Known {
  const type = numberType(value);
  if (operator === "-" && value.kind === "scalar" && value.number !== null) return { ...value, number: -value.number };
  if (operator === "~" || operator === "++" || operator === "--") return scalar(type ?? "Integer");
  if (operator === "+" || operator === "-") return type === null ? scalar("Float", true) : scalar(type);
  return unknownValue;
}

function ofTwo(operator: string, left: Known, right: Known, language: Language): Known {
  if (operator === "+" && (isText(left) || isText(right))) return joinTexts(left, right);
  if (operator === "%" && isText(left)) return scalar("String");
  if (operator === "*" && (isText(left) || isText(right))) return scalar("String");
  if ((operator === "+" || operator === "*") && left.kind === "list") return { ...left, items: null };
  const types = [numberType(left), numberType(right)];
  const isFloat = types.includes("Float");
  const isKnown = !types.includes(null);
  if (operator === "/") return isText(left) ? unknownValue : scalar("Float");
  if (operator === "//") return scalar(isFloat ? "Float" : "Integer", !isKnown);
  if (["&", "|", "^", "<<", ">>", ">>>"].includes(operator)) {
    return isKnown || language === "javascript" ? scalar("Integer") : unknownValue;
  }
  if (!["+", "-", "*", "**", "%", "@"].includes(operator)) return unknownValue;
  if (isFloat) return scalar("Float", ![left, right].some(isSureFloat));
  if (isKnown) return scalar("Integer");
  if (types.includes("Integer")) return scalar("Integer", true);
  // Two unknown values may be added as texts or lists as well.
  return operator === "+" || operator === "%" ? unknownValue : scalar("Float", true);
}

function isText(value: Known): boolean {
  return value.kind === "scalar" && value.type === "String" && !value.isGuess;
}

function isSureFloat(value: Known): boolean {
  return value.kind === "scalar" && value.type === "Float" && !value.isGuess;
}

function numberType(value: Known): OutputType | null {
  if (value.kind !== "scalar" || value.type === "String") return null;
  return value.type === "Boolean" ? "Integer" : value.type;
}

function joinTexts(left: Known, right: Known): Known {
  const texts = [left, right].map((one) => (one.kind === "scalar" ? one.text : null));
  const [first, second] = texts;
  return first == null || second == null ? scalar("String") : constantText(first + second);
}

/** A text put together of parts: its own text is known where all of theirs are. */
export function textOfParts(parts: readonly Known[]): Known {
  const texts = parts.map((part) => (part.kind === "scalar" ? part.text : null));
  return texts.every((text) => text !== null) && parts.length > 0 ? constantText(texts.join("")) : scalar("String");
}
