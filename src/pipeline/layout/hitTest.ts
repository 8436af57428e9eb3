import type { Position } from "../definition/document";
import type { WireEnd } from "../wiring/wire";
import { slotPortId } from "./cardShape";
import type { PortRef } from "./portRef";
import { afterSpot, beforeSpot, hits, inputSpot, outputSpot, type Scene, type SceneCard } from "./scene";

export interface Hit {
  readonly key: string;
  readonly port: PortRef | null;
}

/** Half of a row: a drop on a port's name means the port. */
const row = 12.5;

/**
 * What of a step lies under a point, for a wire: the nearest port of the side that it goes to, within reach; else the card itself.
 * `reach` is in canvas pixels. A card before the box around it; of cards that lie on each other, the last.
 */
export function hitStep({ cards }: Scene, end: WireEnd, at: Position, reach: number): Hit | null {
  let nearest: { readonly port: PortRef; readonly distance: number } | null = null;
  let under: SceneCard | null = null;
  for (const card of cards.values()) {
    if (!hits(card, at, reach)) continue;
    if (hits(card, at) && (under === null || !card.shape.box || under.shape.box)) under = card;
    for (const { port, spot } of portsFor(card, end)) {
      const distance = Math.hypot(spot.x - at.x, spot.y - at.y);
      if (distance <= reach && (nearest === null || distance < nearest.distance)) nearest = { port, distance };
    }
  }
  if (nearest !== null) return { key: nearest.port.key, port: nearest.port };
  if (under === null) return null;
  return { key: under.key, port: portOfRow(under, end, at) };
}

/** A wire from a value goes to fields; one from a field to outputs; an order to the other end's handle. */
function portsFor(card: SceneCard, end: WireEnd): { readonly port: PortRef; readonly spot: Position }[] {
  const { key } = card;
  const found: { port: PortRef; spot: Position }[] = [];
  const add = (side: PortRef["side"], port: string, spot: Position | null) => {
    if (spot !== null) found.push({ port: { key, side, port }, spot });
  };
  switch (end.kind) {
    case "source":
      for (const printed of card.shape.inputs.keys()) add("in", printed, inputSpot(card, printed));
      break;
    case "field":
      for (const id of card.shape.outputs.keys()) {
        if (!card.shape.slots.some(({ slot }) => slotPortId(slot) === id)) add("out", id, outputSpot(card, id));
      }
      if (card.shape.box) add("item", "item", outputSpot(card, "item"));
      break;
    case "before":
      add("after", "", afterSpot(card));
      break;
    default:
      add("before", "", beforeSpot(card));
  }
  return found;
}

function portOfRow(card: SceneCard, end: WireEnd, at: Position): PortRef | null {
  const left = at.x < card.x + card.width / 2;
  if (end.kind !== "source" && end.kind !== "field") return null;
  return (
    portsFor(card, end).find(({ port, spot }) => {
      if (port.side === "item" || Math.abs(spot.y - at.y) > row) return false;
      const alone = port.side === "in" ? [...card.shape.outputs.values()] : [...card.shape.inputs.values()];
      const shared = alone.includes(spot.y - card.y);
      return !shared || (port.side === "in") === left;
    })?.port ?? null
  );
}
