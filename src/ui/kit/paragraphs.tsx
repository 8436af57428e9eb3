import "./paragraphs.css";
import type { ComponentProps } from "react";

type Props = ComponentProps<"p">;

/** A sentence in small letters below what it is about. */
export const Note = (props: Props) => <p {...props} className="sw-note" />;

/** What a part of the inspector says where it has nothing to show, or of all that it shows. */
export const Hint = (props: Props) => <p {...props} className="sw-inspector-hint" />;

/** What a panel says where it has nothing to show. */
export const PanelNote = (props: Props) => <p {...props} className="sw-panel-note" />;

/** A paragraph of a dialog or an alert. */
export const DialogLine = ({ className = "", ...props }: Props) => (
  <p {...props} className={`sw-dialog-line ${className}`} />
);
