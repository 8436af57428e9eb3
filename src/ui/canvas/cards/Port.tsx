import "./Port.css";
import { memo, type PointerEvent } from "react";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import { useKit } from "../kit";
import type { PortRef } from "../portRef";
import type { PortLook } from "../wire/drawnWire";
import { startWire } from "../wire/startWire";

export interface PortProps {
  readonly port: PortRef;
  /** Its accessible name: `Output train_path of Preprocess`. */
  readonly name: string;
  /** What the pointer is told: the kind of value. */
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly filled: boolean;
  readonly tone: "plain" | "warning" | "error" | "true" | "false";
  readonly highlighted: boolean;
  readonly look: PortLook | null;
  /** True while a wire is drawn that this port's side cannot take. */
  readonly aside: boolean;
  readonly over: boolean;
  readonly end: WireEnd;
}

/** A port at a card's edge: a circle of 12 px in a hit area of 26 by 25. A wire is drawn from it, or to it. */
export const Port = memo(function Port(props: PortProps) {
  const { port, name, title, x, y, filled, tone, highlighted, look, aside, over, end } = props;
  const kit = useKit();
  const down = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    startWire(kit, event.nativeEvent, port, end);
  };
  const hover = (on: boolean) => kit.canvas.setState({ hover: on ? { kind: "port", port } : null });
  return (
    <button
      type="button"
      className={`sw-port nodrag nopan ${portClass(filled, tone, highlighted, look, aside, over)}`}
      style={{ left: x - 13, top: y - 12.5 }}
      aria-label={name}
      title={title}
      tabIndex={-1}
      data-port={`${port.side}:${port.port}`}
      onPointerDown={down}
      onPointerEnter={() => hover(true)}
      onPointerLeave={() => hover(false)}
    >
      <span className="sw-port-dot" />
    </button>
  );
});

function portClass(
  filled: boolean,
  tone: PortProps["tone"],
  highlighted: boolean,
  look: PortLook | null,
  aside: boolean,
  over: boolean,
): string {
  const words = [filled ? "is-filled" : "is-free", `is-${tone}`];
  if (highlighted) words.push("is-highlighted");
  if (look !== null) words.push(look.ok ? "is-fitting" : "is-misfit");
  if (look?.match !== null && look !== null) words.push("is-best");
  if (aside) words.push("is-aside");
  if (over) words.push("is-over");
  return words.join(" ");
}
