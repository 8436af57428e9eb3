import "./PortLabel.css";
import type { ReactNode } from "react";

interface Props {
  readonly side: "input" | "output" | "inner";
  /** Where its row is. */
  readonly y: number;
  readonly left?: number;
  readonly title?: string;
  /** "is-highlighted", "is-faded" */
  readonly marks?: string;
  readonly children: ReactNode;
}

/** What stands beside a port. */
export function PortLabel({ side, y, left, title, marks = "", children }: Props) {
  return (
    <span className={`sw-port-label is-${side} ${marks}`} style={{ top: y - 12.5, left }} title={title}>
      {children}
    </span>
  );
}
