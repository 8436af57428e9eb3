import "./OutputList.css";
import type { ReactNode } from "react";

/** Outputs one below the other. */
export function OutputList({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className="sw-outputs" aria-label={label}>
      {children}
    </ul>
  );
}

export function OutputItem({ children }: { readonly children: ReactNode }) {
  return <li className="sw-output">{children}</li>;
}
