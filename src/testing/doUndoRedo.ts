import { expect } from "vitest";
import type { PipelineDocument } from "../pipeline/definition/document";
import { serialise } from "../pipeline/definition/serialise";
import type { Recipe } from "../pipeline/edits/edit";
import { record, redo, startHistory, undo } from "../pipeline/history";

/** The three cases of every edit: it does it, undo gives back the same document, redo gives the same result. Returns the result. */
export function doUndoRedo(document: PipelineDocument, recipe: Recipe): PipelineDocument {
  const before = serialise(document.definition);
  const done = record(startHistory(document), "edit", recipe(document));
  expect(done.present).not.toBe(document);
  const undone = undo(done);
  expect(undone.present).toBe(document);
  expect(serialise(undone.present.definition)).toBe(before);
  expect(redo(undone).present).toBe(done.present);
  return done.present;
}
