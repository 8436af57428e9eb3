import "./StartCard.css";
import { type ReactNode, useId } from "react";

interface Props {
  readonly title: string;
  readonly summary: string;
  readonly preview: ReactNode;
  readonly onChoose: () => void;
}

/** A picture, a name that is a button over all of the card, and a sentence. */
export function StartCard({ title, summary, preview, onChoose }: Props) {
  const described = useId();
  return (
    <div className="sw-start-card">
      <div className="sw-start-preview" aria-hidden="true">
        {preview}
      </div>
      <button type="button" className="sw-start-choose" aria-describedby={described} onClick={onChoose}>
        {title}
      </button>
      <p id={described}>{summary}</p>
    </div>
  );
}
