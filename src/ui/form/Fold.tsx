import "./Fold.css";
import { type ReactNode, useState } from "react";
import { HeadNote } from "../kit/HeadNote";

interface Props {
  readonly title: string;
  /** What is heard behind the title: "of channel train". */
  readonly said?: string;
  readonly count?: number;
  readonly path?: string;
  readonly level: 1 | 2;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A folded part of the form; what is inside is made when it is opened. */
export function Fold({ title, said, count, path, level, startsOpen = false, children }: Props) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <div className="sw-fold" data-level={level} data-open={open || undefined}>
      <button type="button" className="sw-fold-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="sw-fold-title">{title}</span>
        {path !== undefined && open && <HeadNote kind="path" text={path} />}{" "}
        {count !== undefined && <HeadNote kind="count" text={count} />}{" "}
        {/* Behind what is read, so that a fold is called by the words that stand there. */}
        {said !== undefined && <span className="sw-unseen">{said}</span>}
        <span className="sw-fold-arrow" aria-hidden="true">
          ▸
        </span>
      </button>
      {open && <div className="sw-fold-content">{children}</div>}
    </div>
  );
}
