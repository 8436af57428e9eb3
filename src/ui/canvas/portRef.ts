/** A port or handle of a step: where the pointer or the focus is, where a wire begins. */
export interface PortRef {
  readonly key: string;
  readonly side: "in" | "out" | "before" | "after" | "slot" | "item";
  /** The printed path of a field, an output, a slot; "" for a handle. */
  readonly port: string;
}

/** True for the same port of the same step. */
export function samePort(left: PortRef, right: PortRef): boolean {
  return left.key === right.key && left.side === right.side && left.port === right.port;
}
