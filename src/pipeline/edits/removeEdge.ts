import type { PipelineDocument } from "../definition/document";
import { type Path, printPath } from "../definition/path";
import { getIn, isList, isObject, removeIn, type Value } from "../definition/value";
import { deriveGraph, type Reason } from "../graph/deriveGraph";
import { analysisOf, stepAt } from "../graph/stepTree";
import { readExpression } from "../references/read";
import { removeDependsOn } from "./dependsOn";
import { editStep, type Recipe } from "./edit";
import { removeField } from "./fields";
import { moveOutOfSlot } from "./moveToSlot";

/**
 * Deletes an edge by removing its reasons, or one of them: a reference goes with its key; in a Join only its part; from `DependsOn`
 * the entry; out of a slot the step itself moves.
 */
export function removeEdge(from: string, to: string, only?: Reason): Recipe {
  return (document) => {
    const edge = deriveGraph(document.definition)
      .into.get(to)
      ?.find((candidate) => candidate.from === from);
    if (edge === undefined) return document;
    const kinds = new Set((only === undefined ? edge.reasons : [only]).map(({ kind }) => kind));
    const field = only?.kind === "data" ? only.path : undefined;
    let after = document;
    if (kinds.has("data")) after = removeReads(after, from, to, field);
    if (kinds.has("order")) after = removeDependsOn(to, from)(after);
    if (kinds.has("branch") || kinds.has("each")) after = moveOutOfSlot(to)(after);
    return after;
  };
}

function removeReads(document: PipelineDocument, from: string, to: string, only: Path | undefined): PipelineDocument {
  const { references } = analysisOf(stepAt(document.definition, to));
  const reading = references.filter(
    ({ reference, field }) =>
      reference.kind === "step" &&
      reference.step === from &&
      (only === undefined || printPath(field) === printPath(only)),
  );
  // From the end, so that the places of list elements before stay right.
  return reading.reduceRight((rest, { path, field }) => removeRead(to, path, field)(rest), document);
}

function removeRead(key: string, path: Path, field: Path): Recipe {
  return (document) => {
    const { step } = stepAt(document.definition, key);
    const join = enclosingJoin(step, path, field);
    if (join === null) return removeField(key, field)(document);
    const left = getIn(step, join);
    if (!isList(left) || left.length <= 1) return removeField(key, field)(document);
    return editStep(document, key, (before) => {
      const after = removeIn(before, path);
      return isObject(after) ? after : before;
    });
  };
}

/** The path of the `Values` of the Join that holds a Get directly; null when it stands alone or inside a JsonGet. */
function enclosingJoin(step: Value, path: Path, field: Path): Path | null {
  if (path.length === field.length) return null;
  if (typeof path.at(-1) !== "number" || path.at(-2) !== "Values" || path.at(-3) !== "Std:Join") return null;
  const outer = readExpression(getIn(step, field));
  return outer?.kind === "join" ? path.slice(0, -1) : null;
}
