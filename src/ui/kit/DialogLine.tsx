import "./DialogLine.css";
import type { ComponentProps } from "react";

/** A paragraph of a dialog or an alert. */
export function DialogLine({ className = "", ...props }: ComponentProps<"p">) {
  return <p {...props} className={`sw-dialog-line ${className}`} />;
}
