import { parsePath } from "../definition/path";
import { entries, get, isList, isObject, LosslessNumber, text, type Value } from "../definition/value";

/**
 * An operand or an argument in a few words, for one line on a card: `Threshold`, `Report mse.value`, `Preprocess train_path`,
 * `"full"`, `6.0`. What cannot be said shortly is `…`.
 */
export function expressionWords(value: Value | undefined): string {
  if (value === undefined) return "?";
  if (typeof value === "string") return `"${value}"`;
  if (value instanceof LosslessNumber) return value.value;
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (isList(value)) return listWords(value);
  const [entry] = entries(value);
  if (!entry || entries(value).length !== 1) return "…";
  const [name, inner] = entry;
  if (name === "Get" && typeof inner === "string") return getWords(inner);
  if (name === "Std:JsonGet") return jsonGetWords(inner);
  if (name === "Std:Join") return joinWords(inner);
  return "…";
}

/** The items of a list in brackets, at most three of them. */
export function listWords(list: readonly Value[]): string {
  const shown = list.slice(0, 3).map(expressionWords);
  return `[${shown.join(", ")}${list.length > 3 ? `, ${list.length - 3} more` : ""}]`;
}

function getWords(reference: string): string {
  const path = parsePath(reference);
  if (!path || path.length < 2) return reference;
  const [root, first, ...rest] = path.map(String);
  if (root === "Parameters" || root === "Execution" || root === "PipelineExperimentConfig") {
    return reference.slice(root.length + 1);
  }
  if (root === "ForEach") return rest.length === 0 ? "current item" : `current item ${rest.join(".")}`;
  if (root === "IterationOutput") return rest.at(-1) ?? first!;
  if (root === "Steps" && rest[0] === "PropertyFiles" && rest.length > 1) return rest.slice(1).join(".");
  if (root === "Steps") return rest.length === 0 ? first! : `${first} ${rest.at(-1)}`;
  return reference;
}

function jsonGetWords(inner: Value): string {
  const path = text(get(inner, "Path")) ?? "?";
  const file = get(inner, "PropertyFile") ?? get(inner, "S3Uri");
  const source = file === undefined ? "" : stepNamedIn(file);
  return source === "" ? path : `${source} ${path}`;
}

/** The property file, or else the step, that a `Std:JsonGet` reads. */
function stepNamedIn(source: Value): string {
  const reference = text(get(source, "Get"));
  if (reference !== undefined) {
    const path = parsePath(reference) ?? [];
    return String((path[2] === "PropertyFiles" ? path[3] : path[1]) ?? reference);
  }
  const values = get(get(source, "Std:Join"), "Values");
  for (const part of isList(values) ? values : []) {
    const found = isObject(part) ? stepNamedIn(part) : "";
    if (found !== "") return found;
  }
  return "";
}

/** A Join of one value is how a number is made a text: said like that value. Of several: a text with references in braces. */
function joinWords(inner: Value): string {
  const values = get(inner, "Values");
  const parts = isList(values) ? values : [];
  if (parts.length === 1) return expressionWords(parts[0]);
  const on = text(get(inner, "On")) ?? "";
  return `"${parts.map((part) => (typeof part === "string" ? part : isObject(part) ? `{${expressionWords(part)}}` : expressionWords(part))).join(on)}"`;
}
