import "./InspectorHead.css";
import type { ReactNode } from "react";

interface Props {
  readonly icon?: ReactNode;
  readonly title: string;
  /** The line below the title. */
  readonly said: ReactNode;
  readonly children?: ReactNode;
}

/** What the inspector shows: its name and a sentence about it. */
export function InspectorHead({ icon, title, said, children }: Props) {
  return (
    <div className="sw-inspector-head">
      {icon}
      <div className="sw-inspector-title">
        <h2>{title}</h2>
        <p>{said}</p>
        {children}
      </div>
    </div>
  );
}
