import type { Position } from "../definition/document";

/** A cubic curve from a port at a right edge to a port at a left edge. */
export interface Curve {
  readonly from: Position;
  readonly to: Position;
  readonly first: Position;
  readonly second: Position;
}

/** A wire leaves its port to the right and arrives from the left, however the steps stand. */
export function curveBetween(from: Position, to: Position): Curve {
  const across = to.x - from.x;
  const reach = across >= 0 ? Math.max(Math.min(across / 2, 180), Math.min(36, across)) : 36 + 7 * Math.sqrt(-across);
  return { from, to, first: { x: from.x + reach, y: from.y }, second: { x: to.x - reach, y: to.y } };
}

export function curvePath({ from, to, first, second }: Curve): string {
  return `M${from.x},${from.y}C${first.x},${first.y} ${second.x},${second.y} ${to.x},${to.y}`;
}

/** The point at a share of the way, 0 at the start and 1 at the end. */
export function pointAt({ from, to, first, second }: Curve, share: number): Position {
  const rest = 1 - share;
  const a = rest * rest * rest;
  const b = 3 * rest * rest * share;
  const c = 3 * rest * share * share;
  const d = share * share * share;
  return {
    x: a * from.x + b * first.x + c * second.x + d * to.x,
    y: a * from.y + b * first.y + c * second.y + d * to.y,
  };
}
