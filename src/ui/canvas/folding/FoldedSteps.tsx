import "./FoldedSteps.css";
import { foldSteps } from "../../../editor/commands/steps/fold";
import { problemsByStep } from "../../../editor/session/selectors";
import { heldBy, type Lane, type SceneCard } from "../../../pipeline/layout/scene";
import { useEditorState } from "../../kit/useWorkspace";
import { useCanvas } from "../canvasStore";
import { ProblemCount } from "../cards/StatusBadge";
import { useKit } from "../kit";
import { stepsInWords } from "./stepsInWords";

interface Props {
  /** What stands for them. */
  readonly frame: SceneCard | Lane;
  readonly container: string;
  readonly slot: string;
  readonly top?: number;
}

/** What is folded away: how many steps, and the worst of their problems. A click unfolds them. */
export default function FoldedSteps({ frame, container, slot, top = 0 }: Props) {
  const { run } = useKit();
  const held = useCanvas(({ scene }) => heldBy(scene.hidden, frame));
  const problems = useEditorState((state) => held.flatMap((key) => problemsByStep(state).get(key) ?? []));
  const label = useEditorState((state) => foldSteps.label(state, { container, slot }));
  const words = stepsInWords(held.length);
  return (
    <button
      type="button"
      className="sw-folded nodrag nopan"
      style={{ top }}
      tabIndex={-1}
      aria-label={`${label}: ${words}`}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        run(foldSteps, { container, slot });
      }}
    >
      <span className="sw-folded-words">▸ {words}</span>
      <ProblemCount problems={problems} />
    </button>
  );
}
