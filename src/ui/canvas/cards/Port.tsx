import "./Port.css";
import { memo } from "react";
import type { PortRef } from "../../../pipeline/layout/portRef";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import type { PortLook } from "../wire/drawnWire";
import { PortButton } from "./PortButton";

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
  return (
    <PortButton
      port={port}
      end={end}
      className={`sw-port ${portClass(filled, tone, highlighted, look, aside, over)}`}
      style={{ left: x - 13, top: y - 12.5 }}
      aria-label={name}
      title={title}
    >
      <span className="sw-port-dot" />
    </PortButton>
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
