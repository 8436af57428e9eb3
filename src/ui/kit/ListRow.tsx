import "./ListRow.css";
import type { ComponentProps, ReactNode } from "react";

/** A row of a list of which one is chosen: a name, facts, and why. */
export const ListRow = ({ className, ...button }: ComponentProps<"button">) => (
  <button {...button} type="button" className={`sw-row ${className}`} />
);

/** What stands beside each other in a row. */
export const RowFacts = ({ children }: { readonly children: ReactNode }) => (
  <span className="sw-row-facts">{children}</span>
);
