import "./Lines.css";
import type { ReactNode } from "react";

interface Props {
  readonly look?: "is-moving" | "is-wire";
  /** True where each wire inside has its name. */
  readonly named?: boolean;
  readonly children: ReactNode;
}

/** A sheet of wires in the canvas' own coordinates. */
export function Lines({ look, named = false, children }: Props) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: hidden, or each wire inside has its name
    <svg className={look === undefined ? "sw-lines" : `sw-lines ${look}`} aria-hidden={named ? undefined : "true"}>
      {children}
    </svg>
  );
}
