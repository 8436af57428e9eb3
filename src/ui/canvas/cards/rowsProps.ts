import type { StepPorts } from "../../../pipeline/card/ports";
import { type PortRef, samePort } from "../../../pipeline/layout/portRef";
import type { Problem } from "../../../pipeline/problems";
import type { WireEnd } from "../../../pipeline/wiring/wire";
import type { CardLook, WireOver } from "../wire/drawnWire";
import type { StepFace } from "./faces";

/** What every row of a card's ports needs to know. */
export interface RowsProps {
  readonly face: StepFace;
  readonly ports: StepPorts;
  readonly problems: readonly Problem[];
  /** The ports that highlighted lines meet (`highlightedPorts`). */
  readonly highlighted: string;
  readonly wire: WireEnd["kind"] | null;
  readonly look: CardLook | null;
  readonly over: WireOver | null;
  /** The port of this card that the wire comes from. */
  readonly from: PortRef | null;
}

/** True for the port that the wire comes from. */
export function isFrom(from: PortRef | null, port: PortRef): boolean {
  return from !== null && samePort(from, port);
}
