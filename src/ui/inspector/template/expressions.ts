import type { ApiModels } from "../../../pipeline/api/model";
import type { PipelineDocument } from "../../../pipeline/definition/document";
import { sameValue, type Value } from "../../../pipeline/definition/value";
import { isExpression, listReferences, type Reference, readExpression } from "../../../pipeline/references/read";
import { parseTemplate } from "../../../pipeline/references/templateText";
import { asText } from "../../../pipeline/references/write";
import {
  fieldKind,
  fitOf,
  iterationChoices,
  judgeWire,
  kindLabel,
  listSources,
  readSource,
  type SourceChoice,
  sourceKind,
  type WireSource,
  type WireTarget,
} from "../../../pipeline/wiring";

/** What a document knows of a field: for judging what is put into it. */
export interface Place {
  readonly document: PipelineDocument;
  readonly models: ApiModels;
  readonly target: WireTarget;
}

/** Everything that fits into the field; out of a loop's body each iteration that can be meant is a choice of its own. */
export function fittingSources({ document, models, target }: Place): readonly SourceChoice[] {
  return listSources(document, models, target).flatMap((choice) => {
    if (!choice.verdict.ok) return [];
    if (choice.verdict.how !== "iteration") return [choice];
    const verdict = { ...choice.verdict, how: "get" } as const;
    return iterationChoices(document, choice.source, target).map(({ label, source }) => ({
      ...choice,
      source,
      verdict,
      label: `${choice.label}, ${label.toLowerCase()}`,
    }));
  });
}

/** The expression that reads a source; of a property file a path still has to be said. Null, with the reason, where it does not fit. */
export function expressionFor(
  { document, models, target }: Place,
  source: WireSource,
): { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string } {
  const verdict = judgeWire(document, models, source, target);
  if (!verdict.ok) return verdict;
  if (verdict.how === "jsonGet") {
    return { ok: true, value: { "Std:JsonGet": { PropertyFile: readSource(source), Path: "" } } };
  }
  const chosen =
    verdict.how === "iteration" ? (iterationChoices(document, source, target)[0]?.source ?? source) : source;
  return { ok: true, value: readSource(chosen) };
}

function sourceOf(reference: Reference): WireSource | null {
  switch (reference.kind) {
    case "parameter":
      return { kind: "parameter", name: reference.name };
    case "execution":
      return { kind: "execution", variable: reference.variable };
    case "step":
      return { kind: "output", step: reference.step, output: reference.property };
    default:
      return null;
  }
}

/** What kind of value is made text on its way into the field (`Integer`); null where nothing is converted. */
export function conversionOf({ document, models, target }: Place, expression: Value): string | null {
  const read = readExpression(expression);
  const source = read?.kind === "get" ? sourceOf(read.reference) : null;
  if (source === null) return null;
  const kind = sourceKind(document, models, source);
  const fit = fitOf(kind, fieldKind(document, models, target));
  return fit.fits && fit.how === "join" ? kindLabel(kind) : null;
}

/** An expression that is all of a field: a number is made text by a Join. */
export function aloneIn(place: Place): (expression: Value) => Value {
  return (expression) => (conversionOf(place, expression) === null ? expression : asText(expression));
}

/** The expression that a text in braces means, when all it reads is there: `{Parameters.Bucket}`; null else. */
export function typedExpression(place: Place, braces: string): Value | null {
  const value = parseTemplate(braces);
  if (!isExpression(value)) return null;
  const references = listReferences(value);
  if (references.length === 0) return null;
  const known = fittingSources(place).map(({ source }) => readSource(source));
  const isKnown = references.every(({ text }) => known.some((one) => sameValue(one, { Get: text })));
  return isKnown ? value : null;
}
