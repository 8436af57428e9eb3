import type { RequestOf } from "../../../contract/operations";
import type { Editor } from "../../session/createEditor";

/** Whose code is asked for: the document's, with the steps that took other names since it was attached. */
export function attachedTo(editor: Editor): RequestOf<"listHandlers"> {
  const { id, name, codeOf } = editor.store.getState().document;
  const from = [...codeOf].map(([step, was]) => ({ step, was: [...was] }));
  return { document: id, pipeline: name, ...(from.length > 0 ? { from } : {}) };
}
