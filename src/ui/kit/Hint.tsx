import "./Hint.css";
import type { ReactNode } from "react";

/** What a part of the inspector says where it has nothing to show, or of all that it shows. */
export function Hint({ children }: { readonly children: ReactNode }) {
  return <p className="sw-inspector-hint">{children}</p>;
}
