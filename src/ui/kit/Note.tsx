import "./Note.css";
import type { ComponentProps } from "react";

/** A sentence in small letters below what it is about. */
export function Note(props: ComponentProps<"p">) {
  return <p {...props} className="sw-note" />;
}
