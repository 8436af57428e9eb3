import type { Position } from "../../../pipeline/definition/document";
import type { Path } from "../../../pipeline/definition/path";
import type { PortRef } from "../../../pipeline/layout/portRef";
import type { WireEnd } from "../../../pipeline/wiring/wire";

/** What of a step a wire is over. */
export interface WireOver {
  readonly key: string;
  /** The port that would take it; null for the card itself. */
  readonly port: PortRef | null;
  /** Why it is refused there; null where it is taken. */
  readonly reason: string | null;
}

export interface DrawnWire {
  readonly end: WireEnd;
  /** Where it begins; null for one that comes from outside the canvas (a parameter). */
  readonly from: PortRef | null;
  readonly start: Position | null;
  readonly over: WireOver | null;
}

/** How a port looks while a wire is drawn. */
export interface PortLook {
  readonly ok: boolean;
  /** The sentence that says why not. */
  readonly reason: string | null;
  /** `best match: same name` */
  readonly match: string | null;
}

/** How a step looks while a wire is drawn. */
export interface CardLook {
  /** Why nothing of it takes the wire; null where something does. */
  readonly refused: string | null;
  readonly cycle: readonly string[] | null;
  /** By the port's id, for the side that the wire can go to. */
  readonly ports: ReadonlyMap<string, PortLook>;
  /** Fields that fit and have no port, the best first. */
  readonly more: readonly OpenedField[];
}

/** A field that a step shows as a port only while a wire hovers over it. */
export interface OpenedField {
  readonly path: Path;
  readonly printed: string;
  readonly label: string;
  readonly hint: string | null;
}
