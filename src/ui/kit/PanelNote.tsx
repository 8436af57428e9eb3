import "./PanelNote.css";
import type { ReactNode } from "react";

/** What a panel says where it has nothing to show. */
export function PanelNote({ children }: { readonly children: ReactNode }) {
  return <p className="sw-panel-note">{children}</p>;
}
