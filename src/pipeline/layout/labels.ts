import type { Position } from "../definition/document";
import { type Curve, pointAt } from "./curve";
import { overlaps, type Rect } from "./rect";
import { textWidth } from "./textWidth";

export const label = { size: 10.5, height: 18, padding: 8 } as const;

export interface Labelled {
  readonly id: string;
  readonly curve: Curve;
  readonly text: string;
}

/** Shares of the way at which a label may stand, the best first. */
const shares = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8];

export function labelWidth(text: string): number {
  return textWidth(text, label.size) + 2 * label.padding;
}

/**
 * The middle of each label: on its edge, off every card, and where two would collide one moves along its edge.
 * A label without a free place has none: its edge says it when it is looked at.
 */
export function labelPositions(edges: readonly Labelled[], cards: readonly Rect[]): ReadonlyMap<string, Position> {
  const taken: Rect[] = [];
  const positions = new Map<string, Position>();
  for (const { id, curve, text } of edges) {
    const width = labelWidth(text);
    const rectAt = (position: Position): Rect => ({
      x: position.x - width / 2,
      y: position.y - label.height / 2,
      width,
      height: label.height,
    });
    const near = cards.filter((card) => reaches(curve, width, card));
    const points = shares.map((share) => pointAt(curve, share));
    const free = (point: Position, others: readonly Rect[]) => others.every((other) => !overlaps(rectAt(point), other));
    const position = points.find((point) => free(point, near) && free(point, taken));
    if (position === undefined) continue;
    taken.push(rectAt(position));
    positions.set(id, position);
  }
  return positions;
}

/** A curve lies within the box of its four points. */
function reaches({ from, to, first, second }: Curve, width: number, card: Rect): boolean {
  const left = Math.min(from.x, to.x, first.x, second.x) - width / 2;
  const right = Math.max(from.x, to.x, first.x, second.x) + width / 2;
  const top = Math.min(from.y, to.y) - label.height;
  const bottom = Math.max(from.y, to.y) + label.height;
  return overlaps({ x: left, y: top, width: right - left, height: bottom - top }, card);
}
