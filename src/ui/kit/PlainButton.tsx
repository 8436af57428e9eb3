import "./PlainButton.css";
import type { ComponentProps } from "react";

interface Props extends Omit<ComponentProps<"button">, "type"> {
  /** `text`: a word on a panel; `link`: a word of a message; `inline`: a word of the inspector; `icon`: a sign alone. */
  readonly look: "text" | "link" | "icon" | "inline";
}

/** A button of ours, where Cloudscape's would be too large. */
export function PlainButton({ look, className = "", ...props }: Props) {
  return <button {...props} type="button" className={`sw-button-${look} ${className}`} />;
}
