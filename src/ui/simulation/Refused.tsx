import "./Refused.css";
import type { EditorState } from "../../editor/session/editorState";
import { problemsOf } from "../../editor/session/selectors";
import { refusedWords } from "../../pipeline/simulate/engine/refused";
import { PlainButton } from "../kit/PlainButton";
import { useEditor, useEditorState } from "../kit/useWorkspace";

export const errorsIn = (state: EditorState): number =>
  problemsOf(state).filter(({ severity }) => severity === "error").length;

/** Above a simulation that could not be run: what is shown below is followed as if the errors were not there. */
export function Refused() {
  const editor = useEditor();
  const errors = useEditorState(errorsIn);
  if (errors === 0) return null;
  return (
    <p className="sw-simulation-refused">
      <strong>{refusedWords(errors)}.</strong> No step would run; this is what each would be sent if it were taken.
      <PlainButton look="text" onClick={() => editor.setPanel("problems")}>
        Show the errors
      </PlainButton>
    </p>
  );
}
