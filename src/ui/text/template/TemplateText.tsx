import "./TemplateText.css";
import type { Completion } from "./useCompletion";

interface Props {
  readonly text: string;
  readonly index: number;
  readonly isLast: boolean;
  readonly label: string;
  readonly describedBy: string;
  readonly readOnly: boolean;
  readonly attributes: Completion["attributes"];
  readonly onChange: (text: string) => void;
}

/** A text before, between or behind chips, as wide as what stands in it; the last one takes the rest of the line. */
export function TemplateText({ text, index, isLast, label, describedBy, readOnly, attributes, onChange }: Props) {
  const lines = text.split("\n");
  const width = Math.min(44, Math.max(...lines.map(({ length }) => length)));
  return (
    <textarea
      className="sw-template-text"
      data-text={index}
      data-last={isLast || undefined}
      rows={lines.length}
      // Where the browser does not fit a box to its text, its columns do.
      cols={Math.max(1, width)}
      value={text}
      aria-label={label}
      aria-describedby={describedBy}
      readOnly={readOnly}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      {...attributes}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
