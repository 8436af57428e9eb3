import "./WaitRow.css";
import type { ReactNode } from "react";

/** A step that is waited for, on which outcome, and what can be done about it. */
export const WaitRow = ({ step, children }: { readonly step: string; readonly children: ReactNode }) => (
  <div className="sw-wait">
    <strong className="sw-wait-name">{step}</strong>
    {children}
  </div>
);
