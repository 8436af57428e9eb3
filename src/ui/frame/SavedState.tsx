import Button from "@cloudscape-design/components/button";
import { editHere } from "../../editor/session/openEditor";
import type { DocumentSession } from "../../editor/session/storedDocuments";
import { useEditor, useEditorState } from "../kit/useEditor";

const words = { saved: "Saved", saving: "Saving…", unsaved: "Not saved" } as const;

/** Whether what is on the screen is kept, and why not; in a second tab, the way to edit here. */
export function SavedState({ session }: { readonly session: DocumentSession }) {
  const editor = useEditor();
  const save = useEditorState((state) => state.save);
  const readOnly = useEditorState((state) => state.readOnly);
  if (readOnly) {
    return (
      <span className="sw-top-saved">
        <span title="Another tab edits this document; this one shows what it does.">Read only</span>
        <Button variant="inline-link" onClick={() => void editHere(editor, session)}>
          Edit here
        </Button>
      </span>
    );
  }
  return (
    <span className={`sw-top-saved sw-top-${save.state}`} role="status" title={save.reason}>
      {words[save.state]}
    </span>
  );
}
