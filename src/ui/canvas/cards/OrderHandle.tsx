import "./OrderHandle.css";
import { memo, useMemo } from "react";
import { card } from "../../../pipeline/layout/cardShape";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import { PortButton } from "./PortButton";

interface HandleProps {
  readonly step: string;
  readonly name: string;
  readonly side: "before" | "after";
  readonly width: number;
  readonly highlighted: boolean;
  /** A wire is drawn that this handle takes (true), does not take (false), or has nothing to do with (null). */
  readonly takes: boolean | null;
  readonly over: boolean;
}

/** The diamond at the head's end: from after one step to before another, and the second waits for the first. */
export const OrderHandle = memo(function OrderHandle({
  step,
  name,
  side,
  width,
  highlighted,
  takes,
  over,
}: HandleProps) {
  const port = useMemo(() => ({ key: step, side, port: "" }), [step, side]);
  const end = useMemo((): WireEnd => ({ kind: side, step }), [step, side]);
  const words = [highlighted ? "is-highlighted" : "", takes === true ? "is-fitting" : "", over ? "is-over" : ""];
  return (
    <PortButton
      port={port}
      end={end}
      className={`sw-handle ${words.join(" ")}`}
      style={{ left: (side === "before" ? 0 : width) - 12, top: card.handle - 12 }}
      aria-label={`${side === "before" ? "Before" : "After"} ${name}`}
      title={side === "before" ? `What ${name} waits for` : `Drag to a step that waits for ${name}`}
    >
      <span className="sw-handle-diamond" />
    </PortButton>
  );
});
