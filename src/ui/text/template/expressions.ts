import type { FieldContext } from "../../../editor/commands/edges/sourceChoices";
import { listParameters } from "../../../pipeline/definition/parameters";
import type { Segment } from "../../../pipeline/definition/path";
import type { Value } from "../../../pipeline/definition/value";
import { executionVariables } from "../../../pipeline/references/executionVariables";
import { isExpression, listReferences, type Reference, readExpression } from "../../../pipeline/references/read";
import { parseTemplate } from "../../../pipeline/references/templateText";
import { asText } from "../../../pipeline/references/write";
import { fitOf, kindLabel } from "../../../pipeline/wiring/fit";
import { judgeWire } from "../../../pipeline/wiring/judge";
import { fieldKind, sourceKind } from "../../../pipeline/wiring/kinds";
import { readSource } from "../../../pipeline/wiring/readSource";
import { currentItemOf } from "../../../pipeline/wiring/sources";
import type { WireSource } from "../../../pipeline/wiring/wire";

type Made = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

/**
 * The expression that reads a source; of a property file `path` says which value, where it is known already. Null, with the reason,
 * where it does not fit.
 */
export function expressionFor({ document, models, target }: FieldContext, source: WireSource, path = ""): Made {
  if (target === null) return expressionOfPipeline(source);
  const verdict = judgeWire(document, models, source, target);
  if (!verdict.ok) return verdict;
  if (verdict.how === "jsonGet") {
    return { ok: true, value: { "Std:JsonGet": { PropertyFile: readSource(source), Path: path } } };
  }
  if (verdict.how === "iteration") return { ok: false, reason: "Say which iteration is read." };
  return { ok: true, value: readSource(source) };
}

function expressionOfPipeline(source: WireSource): Made {
  if (source.kind === "parameter" || source.kind === "execution") return { ok: true, value: readSource(source) };
  return { ok: false, reason: "The pipeline itself reads no step: only parameters and execution variables fit here." };
}

/** True for what is asked about once it is put in: which value of a file, which member of a loop's item. */
export function hasMoreToSay(expression: Value): boolean {
  const read = readExpression(expression);
  return read?.kind === "jsonGet" || (read?.kind === "get" && read.text === "ForEach.CurrentItem");
}

/** True for a JsonGet of which something is still to be said. */
export function isUnsaid(expression: Value): boolean {
  const read = readExpression(expression);
  return read?.kind === "jsonGet" && read.path === "";
}

function sourceOf(reference: Reference, context: FieldContext): WireSource | null {
  switch (reference.kind) {
    case "parameter":
      return { kind: "parameter", name: reference.name };
    case "execution":
      return { kind: "execution", variable: reference.variable };
    case "step":
      return { kind: "output", step: reference.step, output: reference.property };
    case "currentItem": {
      const item = context.target === null ? null : currentItemOf(context.document, context.target.step);
      return item?.kind === "currentItem" ? { ...item, member: memberText(reference.segments) } : null;
    }
    default:
      return null;
  }
}

function memberText(segments: readonly Segment[]): string {
  const written = segments.map((segment) =>
    typeof segment === "number" ? `[${segment}]` : /^\w+$/.test(segment) ? `.${segment}` : `['${segment}']`,
  );
  return written.join("").replace(/^\./, "");
}

/** What kind of value is made text on its way into the field (`Integer`); null where nothing is converted. */
export function conversionOf(context: FieldContext, expression: Value): string | null {
  const read = readExpression(expression);
  if (read?.kind !== "get" || read.reference.kind === "currentItem") return null;
  const { document, models, target } = context;
  const source = sourceOf(read.reference, context);
  if (source === null) return null;
  const kind = sourceKind(document, models, source);
  const fit = fitOf(kind, target === null ? "string" : fieldKind(document, models, target));
  return fit.fits && fit.how === "join" ? kindLabel(kind) : null;
}

/** An expression that is all of a field: a number is made text by a Join. */
export function aloneIn(context: FieldContext): (expression: Value) => Value {
  return (expression) => (conversionOf(context, expression) === null ? expression : asText(expression));
}

/** The expression that a text in braces means, when all it reads is there and fits: `{Parameters.Bucket}`; null else. */
export function typedExpression(context: FieldContext, braces: string): Value | null {
  const value = parseTemplate(braces);
  if (!isExpression(value)) return null;
  const read = readExpression(value);
  if (read?.kind === "get") return typedReference(context, read.reference);
  return listReferences(value).every(({ reference }) => typedReference(context, reference) !== null) ? value : null;
}

function typedReference(context: FieldContext, reference: Reference): Value | null {
  const source = sourceOf(reference, context);
  if (source === null || !isThere(context, source)) return null;
  const made = expressionFor(context, source);
  return made.ok ? made.value : null;
}

function isThere({ document }: FieldContext, source: WireSource): boolean {
  if (source.kind === "parameter") return listParameters(document.definition).some(({ name }) => name === source.name);
  return source.kind !== "execution" || executionVariables.some((variable) => variable === source.variable);
}
