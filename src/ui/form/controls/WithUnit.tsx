import "./WithUnit.css";
import type { ReactNode } from "react";

/** A control with what its value is counted in, or comes to, inside it at the end. */
export const WithUnit = ({ unit, children }: { readonly unit: string | null; readonly children: ReactNode }) => (
  <div className="sw-number">
    {children}
    {unit !== null && <span className="sw-unit">{unit}</span>}
  </div>
);
