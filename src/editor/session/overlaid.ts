/** What a comparison needs to be shown, made when the first one is. */
import { compare } from "../../export/comparison/comparison";
import { overlayDocument, overlayOf } from "../../pipeline/compare/overlay";
import { stopsOf } from "../../pipeline/compare/stops";
import { loadModel } from "../../pipeline/schema/load";
import { createEditor } from "./createEditor";
import { loadPart } from "./loadPart";
import type { ShownComparison, Side } from "./shownComparison";

/** Compares the two and puts them over each other, in an editor of their own that only reads. */
export async function overlaid(before: Side, after: Side): Promise<Omit<ShownComparison, "id">> {
  const comparison = await loadPart(() => compare(before.document.definition, after.document.definition));
  const document = overlayDocument(before.document, after.document, comparison);
  const editor = createEditor(document, { loadModel: (type) => loadPart(() => loadModel(type)) });
  editor.setReadOnly(true);
  editor.setComparison(overlayOf(document.definition, comparison));
  return { before, after, comparison, stops: stopsOf(comparison), editor };
}
