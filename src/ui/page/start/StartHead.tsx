import "./StartHead.css";
import type { ReactNode } from "react";

/** The heading of a part of the start page, and what stands beside it. */
export function StartHead({ children }: { readonly children: ReactNode }) {
  return <div className="sw-start-head">{children}</div>;
}
