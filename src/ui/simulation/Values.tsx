import "./Values.css";
import type { ReactNode } from "react";

/** Paths, each with its value below it. */
export function Values({ children }: { readonly children: ReactNode }) {
  return <dl className="sw-simulation-values">{children}</dl>;
}
