import "./ElementButtons.css";
import type { ReactNode } from "react";

/** What can be done with one element of a list. */
export function ElementButtons({ children }: { readonly children: ReactNode }) {
  return <span className="sw-element-buttons">{children}</span>;
}
