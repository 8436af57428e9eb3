import { ViewportPortal } from "reactflow";
import { useEditorState } from "../../kit/useWorkspace";
import { Frames } from "./Frames";
import { NoteView } from "./Note";

/** What people add to a pipeline to understand it: frames around steps, and notes. */
export default function NotesView() {
  const notes = useEditorState((state) => state.document.notes);
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <ViewportPortal>
      <Frames />
      {notes.map((note) => (
        <NoteView key={note.id} note={note} readOnly={readOnly} />
      ))}
    </ViewportPortal>
  );
}
