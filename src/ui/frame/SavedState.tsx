import "./SavedState.css";
import Button from "@cloudscape-design/components/button";
import { lazy, Suspense } from "react";
import { loadPart } from "../../editor/session/loadPart";
import { editHere } from "../../editor/session/openEditor";
import { useEditorState, useWorkspace } from "../kit/useWorkspace";

const FileState = lazy(async () => ({ default: (await loadPart(() => import("./file/FileState"))).FileState }));

const words = { saved: "Saved", saving: "Saving…", unsaved: "Not saved" } as const;

/** Whether what is on the screen is kept, and why not; in a second tab, the way to edit here. */
export function SavedState() {
  const { editor, storage, file } = useWorkspace();
  const save = useEditorState((state) => state.save);
  const readOnly = useEditorState((state) => state.readOnly);
  // The program that holds the file shows it.
  if (file !== null && file.holder !== null) return null;
  if (readOnly && storage !== null) {
    return (
      <span className="sw-top-saved">
        <span title="Another tab edits this document; this one shows what it does.">Read only</span>
        <Button variant="inline-link" onClick={() => void editHere(editor, storage)}>
          Edit here
        </Button>
      </span>
    );
  }
  if (file !== null && save.state !== "unsaved") {
    return (
      <Suspense fallback={null}>
        <FileState file={file} />
      </Suspense>
    );
  }
  return (
    <span className={`sw-top-saved is-${save.state}`} role="status" title={save.reason}>
      {words[save.state]}
    </span>
  );
}
