import "./SeverityIcon.css";
import type { Grade } from "../../editor/session/toDo";
import { Toned } from "./Toned";

const signs: Readonly<Record<Grade, { readonly sign: string; readonly word: string }>> = {
  error: { sign: "✕", word: "Error" },
  warning: { sign: "!", word: "Warning" },
  info: { sign: "i", word: "Hint" },
  toDo: { sign: "·", word: "To do" },
};

/** How bad it is, told by shape, colour and word. */
export function SeverityIcon({ severity }: { readonly severity: Grade }) {
  const { sign, word } = signs[severity];
  return (
    <Toned
      tone={severity === "toDo" ? "quiet" : severity}
      className="sw-severity"
      role="img"
      aria-label={word}
      title={word}
    >
      <span aria-hidden="true">{sign}</span>
    </Toned>
  );
}
