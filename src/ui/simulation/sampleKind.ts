/** How a sample is typed in: by the declared type of the output, else by the value that stands there. */
import { parseValue } from "../../pipeline/definition/parse";
import type { Path } from "../../pipeline/definition/path";
import { serialise } from "../../pipeline/definition/serialise";
import { isList, isNumber, isObject, type ObjectValue, type Value } from "../../pipeline/definition/value";
import { shownValue } from "../../pipeline/simulate/values/valueRows";
import { declaredOutputs } from "../../pipeline/steps/runs/values/sampleRequest";
import { typedValue } from "../../pipeline/steps/runs/values/typedValue";

export type SampleKind = "String" | "Integer" | "Float" | "Boolean" | "JSON";

export function sampleKind(step: ObjectValue, path: Path, value: Value): SampleKind {
  const [first, name] = path;
  if (first === "PropertyFiles") return "JSON";
  if (first === "OutputParameters" && path.length === 2) {
    const type = declaredOutputs(step).find((output) => output.name === name)?.type;
    if (type === "Integer" || type === "Float" || type === "Boolean" || type === "String") return type;
  }
  if (isNumber(value)) return "Float";
  if (typeof value === "boolean") return "Boolean";
  return isObject(value) || isList(value) || value === null ? "JSON" : "String";
}

/** The text in which a sample is shown and typed. */
export function sampleText(kind: SampleKind, value: Value): string {
  if (kind === "JSON") return serialise(value, 2);
  return kind === "Boolean" && typeof value === "boolean" ? (value ? "True" : "False") : shownValue(value);
}

export type SampleRead = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly why: string };

export function readSample(kind: SampleKind, text: string): SampleRead {
  if (kind === "String") return { ok: true, value: text };
  if (kind === "JSON") {
    const read = parseValue(text);
    if (read.ok) return read;
    return { ok: false, why: `Line ${read.refusal.line}, column ${read.refusal.column}: ${read.refusal.message}` };
  }
  const value = typedValue(kind, text);
  if (value !== null) return { ok: true, value };
  return { ok: false, why: kind === "Integer" ? "An integer is needed, like 100." : "A number is needed, like 0.5." };
}
