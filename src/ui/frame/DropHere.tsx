import "./DropHere.css";
import type { ReactNode } from "react";

/** Over the canvas while a file is held over the page: what letting go would do. */
export const DropHere = ({ children }: { readonly children: ReactNode }) => (
  <div className="sw-drop-here">{children}</div>
);
