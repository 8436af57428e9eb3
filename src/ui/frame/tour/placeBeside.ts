import type { Position } from "../../../pipeline/definition/document";
import { overlaps, type Rect } from "../../../pipeline/layout/rect";

interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 14;

/**
 * Where a bubble stands beside what it names, whole in the window and never over it: right, left, below or above of it. Where none of them
 * has room, the corner of the window that covers least of it.
 */
export function placeBeside(target: Rect, { width, height }: Size, window: Size): Position {
  const within = (at: number, size: number, room: number) => Math.max(gap, Math.min(at, room - size - gap));
  const middle = within(target.y + target.height / 2 - height / 2, height, window.height);
  const along = within(target.x + target.width / 2 - width / 2, width, window.width);
  const sides = [
    { x: target.x + target.width + gap, y: middle },
    { x: target.x - width - gap, y: middle },
    { x: along, y: target.y + target.height + gap },
    { x: along, y: target.y - height - gap },
  ];
  const fits = ({ x, y }: Position) =>
    x >= gap && y >= gap && x + width + gap <= window.width && y + height + gap <= window.height;
  const side = sides.find((at) => fits(at) && !overlaps({ ...at, width, height }, target));
  if (side !== undefined) return side;
  const corners = [gap, window.width - width - gap].flatMap((x) =>
    [window.height - height - gap, gap].map((y) => ({ x, y })),
  );
  const covered = ({ x, y }: Position) =>
    Math.max(0, Math.min(x + width, target.x + target.width) - Math.max(x, target.x)) *
    Math.max(0, Math.min(y + height, target.y + target.height) - Math.max(y, target.y));
  return corners.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
}
