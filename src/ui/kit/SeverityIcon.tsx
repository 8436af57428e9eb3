import "./SeverityIcon.css";
import type { Severity } from "../../pipeline/problems";
import { Toned } from "./Toned";

const signs: Readonly<Record<Severity, { readonly sign: string; readonly word: string }>> = {
  error: { sign: "✕", word: "Error" },
  warning: { sign: "!", word: "Warning" },
  info: { sign: "i", word: "Hint" },
};

/** How bad it is, told by shape, colour and word. */
export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const { sign, word } = signs[severity];
  return (
    <Toned tone={severity} className="sw-severity" role="img" aria-label={word} title={word}>
      <span aria-hidden="true">{sign}</span>
    </Toned>
  );
}
