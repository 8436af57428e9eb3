import "./FoldButton.css";
import { foldSteps } from "../../../editor/commands/steps/fold";
import { useEditorState } from "../../kit/useWorkspace";
import { useKit } from "../kit";

interface Props {
  readonly container: string;
  readonly slot: string;
}

/** On the border of an open branch or loop: folds it. By key its container is folded (Ctrl+.). */
export default function FoldButton(slot: Props) {
  const { run } = useKit();
  const label = useEditorState((state) => foldSteps.label(state, slot));
  const readOnly = useEditorState((state) => state.readOnly);
  if (readOnly) return null;
  return (
    <button
      type="button"
      className="sw-fold-slot nodrag nopan"
      tabIndex={-1}
      aria-label={label}
      title={`${label} (Ctrl+.)`}
      onClick={(event) => {
        event.stopPropagation();
        run(foldSteps, slot);
      }}
    >
      ▾
    </button>
  );
}
