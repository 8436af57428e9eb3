import "./Banner.css";
import type { ReactNode } from "react";

interface Props {
  readonly tone: "error" | "warning";
  readonly text: string;
  /** The ways out. */
  readonly children: ReactNode;
}

/** Stays over the canvas for as long as something is not as it should be. */
export function Banner({ tone, text, children }: Props) {
  return (
    <div className={`sw-banner is-${tone}`} role="alert">
      <span>{text}</span>
      {children}
    </div>
  );
}
