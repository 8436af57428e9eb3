import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Selection } from "./editorState";
import { keyCarrier } from "./keyCarrier";

export const nothing: Selection = { steps: [], edge: null };

/**
 * Carries a selection from one state of the document to another: a step that kept its key is the same; one that did not is looked
 * for by its position in the definition (it was renamed, or its renaming was undone); what is gone is let go.
 */
export function carrySelection(selection: Selection, before: PipelineDocument, after: PipelineDocument): Selection {
  if (before.definition === after.definition || (selection.steps.length === 0 && selection.edge === null)) {
    return selection;
  }
  const carried = keyCarrier(before, after);
  const steps = selection.steps.map(carried).filter((key) => key !== null);
  const unchanged = steps.length === selection.steps.length && steps.every((key, i) => key === selection.steps[i]);
  const from = selection.edge === null ? null : carried(selection.edge.from);
  const to = selection.edge === null ? null : carried(selection.edge.to);
  const edge = from === null || to === null ? null : { from, to };
  const sameEdge = edge?.from === selection.edge?.from && edge?.to === selection.edge?.to;
  return unchanged && sameEdge ? selection : { steps: unchanged ? selection.steps : steps, edge };
}
