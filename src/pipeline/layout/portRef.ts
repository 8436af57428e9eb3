import type { Position } from "../definition/document";
import { slotPortId } from "./cardShape";
import { afterSpot, beforeSpot, inputSpot, outputSpot, type Scene } from "./scene";

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

/** Where a port stands on the canvas; null where its step, or the port on its card, is not shown. */
export function spotOf(scene: Scene, { key, side, port }: PortRef): Position | null {
  const card = scene.cards.get(key);
  if (card === undefined) return null;
  switch (side) {
    case "in":
      return inputSpot(card, port);
    case "before":
      return beforeSpot(card);
    case "after":
      return afterSpot(card);
    case "slot":
      return outputSpot(card, slotPortId(port));
    default:
      return outputSpot(card, port);
  }
}
