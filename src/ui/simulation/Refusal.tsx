import "./Refusal.css";
import type { ComponentProps } from "react";

/** Why a value is not taken, or cannot be known. */
export function Refusal(props: ComponentProps<"span">) {
  return <span {...props} className="sw-simulation-refusal" />;
}
