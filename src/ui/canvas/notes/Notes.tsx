import { lazy, Suspense } from "react";
import { loadPart } from "../../../editor/session/loadPart";
import { useEditorState } from "../../kit/useWorkspace";

const NotesView = lazy(() => loadPart(() => import("./NotesView")));

/** Notes and groups: their code comes with the first of them. */
export function Notes() {
  const any = useEditorState(({ document }) => document.notes.length + document.groups.length > 0);
  return any ? (
    <Suspense fallback={null}>
      <NotesView />
    </Suspense>
  ) : null;
}
