import type { Position, Way } from "../definition/document";
import { boundsOf, type Rect } from "./rect";

/** A line from a port at a right edge to a port at a left edge: a cubic curve, or a way with rounded corners. */
export interface Curve {
  readonly from: Position;
  readonly to: Position;
  readonly first: Position;
  readonly second: Position;
  readonly way?: Way;
}

/** A wire leaves its port to the right and arrives from the left, however the steps stand. */
export function curveBetween(from: Position, to: Position): Curve {
  const across = to.x - from.x;
  const reach = across >= 0 ? Math.max(Math.min(across / 2, 180), Math.min(36, across)) : 36 + 7 * Math.sqrt(-across);
  return { from, to, first: { x: from.x + reach, y: from.y }, second: { x: to.x - reach, y: to.y } };
}

/** A line along a way that has its ends. */
export function curveAlong(way: Way, from: Position, to: Position): Curve {
  return { from, to, first: from, second: to, way };
}

/** What draws lines: the page's canvas, or what writes the path of an SVG. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(overX: number, overY: number, x: number, y: number): void;
  bezierCurveTo(firstX: number, firstY: number, secondX: number, secondY: number, x: number, y: number): void;
}

export const widestCorner = 14;

/** Draws a line with a pen; its corners are as round as `corner` at most, in pixels of the canvas. */
export function traceCurve({ from, to, first, second, way }: Curve, pen: Pen, corner = widestCorner): void {
  pen.moveTo(from.x, from.y);
  if (way === undefined) pen.bezierCurveTo(first.x, first.y, second.x, second.y, to.x, to.y);
  let last = from;
  way?.slice(1).forEach((turn, index) => {
    const next = way[index + 2];
    if (next === undefined || corner === 0) {
      pen.lineTo(turn.x, turn.y);
      return;
    }
    const radius = Math.min(corner, distance(last, turn) / 2, distance(turn, next) / 2);
    const [into, out] = [towards(turn, last, radius), towards(turn, next, radius)];
    pen.lineTo(into.x, into.y);
    pen.quadraticCurveTo(turn.x, turn.y, out.x, out.y);
    last = turn;
  });
}

/** A line as the path of an SVG. */
export function curvePath(curve: Curve): string {
  let path = "";
  traceCurve(curve, {
    moveTo: (x, y) => {
      path += `M${x},${y}`;
    },
    lineTo: (x, y) => {
      path += `L${x},${y}`;
    },
    quadraticCurveTo: (overX, overY, x, y) => {
      path += `Q${overX},${overY} ${x},${y}`;
    },
    bezierCurveTo: (firstX, firstY, secondX, secondY, x, y) => {
      path += `C${firstX},${firstY} ${secondX},${secondY} ${x},${y}`;
    },
  });
  return path;
}

function distance(left: Position, right: Position): number {
  return Math.hypot(right.x - left.x, right.y - left.y);
}

function towards(from: Position, to: Position, by: number): Position {
  const all = distance(from, to);
  const share = all === 0 ? 0 : by / all;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** The point at a share of the way, 0 at the start and 1 at the end. */
export function pointAt({ from, to, first, second, way }: Curve, share: number): Position {
  if (way !== undefined) return pointOf(way, share);
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

function pointOf(way: Way, share: number): Position {
  const lengths = way.slice(1).map((point, index) => distance(way[index] ?? point, point));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    const [from, to] = [way[index], way[index + 1]];
    if (from === undefined || to === undefined) break;
    if (left <= length) return towards(from, to, left);
    left -= length;
  }
  return way.at(-1) ?? { x: 0, y: 0 };
}

/** A rectangle that a line does not leave. */
export function curveBounds({ from, to, first, second, way = [] }: Curve): Rect {
  const all = boundsOf([from, to, first, second, ...way].map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  return all ?? { ...from, width: 0, height: 0 };
}

const pieces = 16;

/** A line as straight pieces, near enough to say what it runs over. */
export function curvePoints(curve: Curve): readonly Position[] {
  return curve.way ?? Array.from({ length: pieces + 1 }, (_, index) => pointAt(curve, index / pieces));
}
