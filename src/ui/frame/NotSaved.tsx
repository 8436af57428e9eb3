import type { DocumentSession } from "../../editor/session/storedDocuments";
import { json } from "../../export";
import { downloadAs } from "../kit/exportAs";
import { useEditor, useEditorState } from "../kit/useEditor";

/** Stays for as long as what is on the screen is not stored, and offers the ways out. Nothing is dropped meanwhile. */
export function NotSaved({ session }: { readonly session: DocumentSession }) {
  const editor = useEditor();
  const { state, reason } = useEditorState(({ save }) => save);
  if (state !== "unsaved") return null;
  return (
    <div className="sw-not-saved" role="alert">
      <span className="sw-notice-text">{reason} Your edits stay on this page for as long as it is open.</span>
      <button type="button" className="sw-text-link" onClick={() => session.flush().catch(() => undefined)}>
        Try again
      </button>
      <button type="button" className="sw-text-link" onClick={() => downloadAs(json, editor)}>
        Download a copy
      </button>
    </div>
  );
}
