import "./SmallTitle.css";
import type { ReactNode } from "react";

/** The heading of a group in a narrow list. */
export function SmallTitle({ as: Tag = "h2", children }: { readonly as?: "h2" | "h3"; readonly children: ReactNode }) {
  return <Tag className="sw-group-title">{children}</Tag>;
}
