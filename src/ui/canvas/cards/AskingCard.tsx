import "./AskingCard.css";
import { useKit } from "../kit";

interface Props {
  /** The name of the run that waits. */
  readonly run: string;
  readonly step: string;
  readonly name: string;
  readonly top: number;
}

/** Below the card of a callback that waits for its answer. */
export default function AskingCard({ run, step, name, top }: Props) {
  const { canvas } = useKit();
  const answer = () => {
    const card = canvas.getState().scene.cards.get(step);
    if (card !== undefined)
      canvas.setState({ overlay: { kind: "answer", run, at: { x: card.x, y: card.y + card.height + 44 } } });
  };
  return (
    <button
      type="button"
      className="sw-card-asking nodrag"
      style={{ top }}
      aria-label={`Approve or reject ${name}`}
      onClick={(event) => {
        event.stopPropagation();
        answer();
      }}
    >
      Approve or reject…
    </button>
  );
}
