import "./SimulationNote.css";
import type { ReactNode } from "react";

/** What a part of the panel says where it has nothing to show, or why. */
export function SimulationNote({ children }: { readonly children: ReactNode }) {
  return <p className="sw-simulation-note">{children}</p>;
}
