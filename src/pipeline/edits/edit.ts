/** What all edits share: a change of one document into the next. Each change that a person can make has a file of its own here. */

import type { PipelineDocument } from "../definition/document";
import type { Path } from "../definition/path";
import { getIn, isList, isObject, type ObjectValue, setIn, type Value } from "../definition/value";
import { stepAt } from "../graph/stepTree";

/** A change of the document. Returning the same document means that there was nothing to do; throwing `EditRefused` changes nothing. */
export type Recipe = (document: PipelineDocument) => PipelineDocument;

/** An edit that cannot be done, with the sentence that tells the person why and what to do. */
export class EditRefused extends Error {
  override readonly name = "EditRefused";
}

export function withDefinition(document: PipelineDocument, definition: Value): PipelineDocument {
  if (definition === document.definition) return document;
  if (!isObject(definition)) throw new Error("A definition is an object.");
  return { ...document, definition };
}

/** Changes one step, found by its key. */
export function editStep(
  document: PipelineDocument,
  key: string,
  change: (step: ObjectValue) => Value,
): PipelineDocument {
  const { path, step } = stepAt(document.definition, key);
  const after = change(step);
  if (!isObject(after)) throw new Error("A step is an object.");
  return after === step ? document : withDefinition(document, setIn(document.definition, path, after));
}

/** Changes a list of the definition, made when it is missing. */
export function editList(
  document: PipelineDocument,
  path: Path,
  change: (list: readonly Value[]) => readonly Value[],
): PipelineDocument {
  const before = getIn(document.definition, path);
  const list = isList(before) ? before : [];
  const after = change(list);
  return after === list ? document : withDefinition(document, setIn(document.definition, path, after));
}
