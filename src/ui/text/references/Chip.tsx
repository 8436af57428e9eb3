import "./Chip.css";
import type { ReactNode } from "react";
import type { Part } from "./chipParts";

interface Props {
  /** As it is written in the definition. */
  readonly title: string;
  /** The pointer comes over it, and leaves it. */
  readonly onPoint: (over: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is read at run time. */
export function Chip({ title, onPoint, children }: Props) {
  return (
    <span className="sw-chip" title={title} onPointerEnter={() => onPoint(true)} onPointerLeave={() => onPoint(false)}>
      {children}
    </span>
  );
}

/** What a chip reads, or what is written between two. */
export function ChipPart({ part }: { readonly part: Part }) {
  if (part.kind === "text") return <span className="sw-reference-text">{part.text}</span>;
  return (
    <>
      <strong>{part.lead}</strong> {part.name}
    </>
  );
}

export function RemoveChip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <button type="button" className="sw-chip-remove" aria-label={label} onClick={onRemove}>
      ×
    </button>
  );
}
