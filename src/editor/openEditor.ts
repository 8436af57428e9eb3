/** Joins an editor to the document that is kept: what is edited is stored, what another tab does is followed. */
import { loadModel } from "../pipeline/api/load";
import { createEditor, type Editor } from "./createEditor";
import type { DocumentSession } from "./library";

export interface OpenEditor {
  readonly editor: Editor;
  readonly session: DocumentSession;
  close(): void;
}

export function openEditor(session: DocumentSession): OpenEditor {
  const editor = createEditor(session.document, { loadModel });
  let fromSession = session.document;
  const follow = () => {
    editor.setReadOnly(session.role() === "following");
    editor.setSaveStatus(session.status());
  };
  const stopFollowing = session.subscribe(({ document }) => {
    if (document !== undefined && document !== editor.store.getState().document) {
      fromSession = document;
      editor.replaceDocument(document);
    }
    follow();
  });
  const stopSaving = editor.store.subscribe(({ document }, before) => {
    if (document !== before.document && document !== fromSession) session.save(document);
  });
  follow();
  return {
    editor,
    session,
    close: () => {
      stopSaving();
      stopFollowing();
      session.close();
    },
  };
}
