import { entries, LosslessNumber, type Value } from "../../../pipeline/definition/value";
import { shortOutputName } from "../../../pipeline/references/propertyPath";
import { type Expression, type Reference, readExpression } from "../../../pipeline/references/read";

/** A part of a value as it is shown: a chip for what is read at run time, plain text for what is written. */
export type Part =
  | {
      readonly kind: "chip";
      /** In bold: the step's name, or "Parameter", "Execution". */
      readonly lead: string;
      readonly name: string;
      /** The step that is read, for lighting up the edge. */
      readonly step: string | null;
    }
  | { readonly kind: "text"; readonly text: string };

/** Takes an expression apart into chips and text; null for a literal. */
export function chipParts(value: Value | undefined): readonly Part[] | null {
  const expression = readExpression(value);
  return expression === null ? null : partsOf(expression);
}

function partsOf(expression: Expression): readonly Part[] {
  switch (expression.kind) {
    case "get":
      return [referencePart(expression.reference)];
    case "join":
      return joinParts(expression.on, expression.values);
    case "jsonGet":
      return jsonGetParts(expression);
  }
}

function referencePart(reference: Reference): Part {
  const chip = (lead: string, name: string, step: string | null = null): Part => ({
    kind: "chip",
    lead,
    name,
    step,
  });
  switch (reference.kind) {
    case "parameter":
      return chip("Parameter", reference.name);
    case "execution":
      return chip("Execution", reference.variable);
    case "experiment":
      return chip("Experiment", reference.member);
    case "step":
    case "iterationOutput":
      return chip(reference.step, shortOutputName(reference.property), reference.step);
    case "currentItem":
      return chip("Current item", reference.segments.join("."));
    default:
      return chip("Unreadable", reference.text);
  }
}

function joinParts(on: string, values: readonly Value[]): readonly Part[] {
  const parts: Part[] = [];
  values.forEach((value, index) => {
    if (index > 0 && on !== "") parts.push({ kind: "text", text: on });
    parts.push(...(chipParts(value) ?? [{ kind: "text" as const, text: literalText(value) }]));
  });
  return parts;
}

function jsonGetParts(expression: Extract<Expression, { kind: "jsonGet" }>): readonly Part[] {
  const inner = entries(expression.source).flatMap(([, source]) => chipParts(source) ?? []);
  if (partsInWords(inner).trim() === "") return [{ kind: "text", text: `JSON file in S3 ${expression.path}`.trim() }];
  const last = inner.at(-1);
  if (last?.kind !== "chip") return [...inner, { kind: "text", text: ` ${expression.path}` }];
  return [...inner.slice(0, -1), { ...last, name: `${last.name} ${expression.path}`.trim() }];
}

function literalText(value: Value): string {
  if (typeof value === "string") return value;
  return value instanceof LosslessNumber ? value.value : String(value);
}

/** All of it in words, for screen readers: "Preprocess train_path". */
export function partsInWords(parts: readonly Part[]): string {
  const words = parts.map((part) => (part.kind === "text" ? part.text : `${part.lead} ${part.name}`.trim()));
  return words.join(" ").replace(/ {2,}/g, " ");
}
