import "./ReadBy.css";
import { useInspectedStep } from "../kit/inspectedStep";
import { PlainButton } from "../kit/PlainButton";
import { useEditor, useEditorState } from "../kit/useWorkspace";
import { readersOf } from "./readers";

/** Who reads an output; a click goes there. `silent` says nothing where nobody does. */
export function ReadBy({ path, silent = false }: { readonly path: string; readonly silent?: boolean }) {
  const editor = useEditor();
  const { stepKey } = useInspectedStep();
  const readers = useEditorState((state) => readersOf(state, stepKey, path));
  if (readers.length === 0 && silent) return null;
  if (readers.length === 0) return <span className="sw-read-by">read by nobody</span>;
  return (
    <span className="sw-read-by">
      read by{" "}
      {readers.map((key, index) => (
        <span key={key}>
          {index > 0 && ", "}
          <PlainButton look="inline" onClick={() => editor.reveal(key)}>
            {key}
          </PlainButton>
        </span>
      ))}
    </span>
  );
}
