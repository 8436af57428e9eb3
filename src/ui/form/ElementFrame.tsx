import "./ElementFrame.css";
import type { ReactNode } from "react";
import { ElementButtons } from "./ElementButtons";

interface Props {
  /** "Channel train": what it is called to who hears it. */
  readonly label: string;
  readonly path: string;
  readonly title?: ReactNode;
  /** Nothing where it can only be read. */
  readonly buttons?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** An element of a list with fields of its own. A fieldset would bring its own look; a group says the same. */
export function ElementFrame({ label, path, title, buttons, className = "", children }: Props) {
  return (
    <div className={`sw-element ${className}`} role="group" aria-label={label} data-path={path}>
      {title !== undefined && (
        <div className="sw-element-head">
          <span className="sw-element-title">{title}</span>
          {buttons != null && <ElementButtons>{buttons}</ElementButtons>}
        </div>
      )}
      {children}
    </div>
  );
}
