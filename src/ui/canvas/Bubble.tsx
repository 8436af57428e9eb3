import "./Bubble.css";
import type { ReactNode } from "react";
import type { Position } from "../../pipeline/definition/document";
import { useKit } from "./kit";

/** As wide as it may become (`Bubble.css`), with the gap to the pointer. */
const room = 320;

interface Props {
  /** Where the pointer is, in the window. */
  readonly at: Position;
  readonly refused?: boolean;
  /** True for what a screen reader hears when it comes; else it is said elsewhere. */
  readonly said?: boolean;
  readonly children: ReactNode;
}

/** Words near the pointer: right of it, left of it where the canvas ends. */
export function Bubble({ at, refused = false, said = false, children }: Props) {
  const { view } = useKit();
  const { x, y, width, height } = view.surface();
  const fits = at.x + room <= x + width;
  const below = at.y + 90 <= y + height;
  const style = {
    left: fits ? at.x + 16 : at.x - 12,
    top: below ? at.y + 18 : at.y - 12,
    transform: `translate(${fits ? "0" : "-100%"},${below ? "0" : "-100%"})`,
  };
  return (
    <div
      className={refused ? "sw-bubble is-refused" : "sw-bubble"}
      style={style}
      {...(said ? { role: "status" } : { "aria-hidden": true })}
    >
      {children}
    </div>
  );
}
