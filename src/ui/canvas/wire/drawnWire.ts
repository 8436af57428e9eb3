import type { Place } from "../../../pipeline/definition/document";
import type { Path } from "../../../pipeline/definition/path";
import type { WireSource, WireTarget } from "../../../pipeline/wiring";
import type { PortRef } from "../portRef";

/** What a wire carries: a value to a field or the other way round, an order, a place in a branch or loop. */
export type WireEnd =
  | { readonly kind: "source"; readonly source: WireSource }
  | { readonly kind: "field"; readonly target: WireTarget }
  | { readonly kind: "after"; readonly step: string }
  | { readonly kind: "before"; readonly step: string }
  | { readonly kind: "slot"; readonly step: string; readonly slot: string };

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
  readonly start: Place | null;
  /** `train_path` String: what the pointer carries, in words. */
  readonly label: string;
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
