import "./SimulationHead.css";
import type { ComponentProps } from "react";

/** The head of a part of the panel: its title, and what can be done with it. */
export function SimulationHead(props: ComponentProps<"div">) {
  return <div {...props} className="sw-simulation-head" />;
}
