/** A rectangle of the canvas, in canvas pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest rectangle around all; null around none. */
export function boundsOf(rects: Iterable<Rect>): Rect | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y, width, height } of rects) {
    if (x < left) left = x;
    if (y < top) top = y;
    if (x + width > right) right = x + width;
    if (y + height > bottom) bottom = y + height;
  }
  return left === Number.POSITIVE_INFINITY ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The rectangle with a margin around it. */
export function grown({ x, y, width, height }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** True when two rectangles share more than an edge. */
export function overlaps(left: Rect, right: Rect): boolean {
  return (
    left.x < right.x + right.width &&
    right.x < left.x + left.width &&
    left.y < right.y + right.height &&
    right.y < left.y + left.height
  );
}

/** What two rectangles have in common; of no size where they have nothing. */
export function common(left: Rect | null, right: Rect): Rect {
  if (left === null) return { x: right.x, y: right.y, width: 0, height: 0 };
  const [x, y] = [Math.max(left.x, right.x), Math.max(left.y, right.y)];
  const width = Math.max(0, Math.min(left.x + left.width, right.x + right.width) - x);
  const height = Math.max(0, Math.min(left.y + left.height, right.y + right.height) - y);
  return { x, y, width, height };
}

export function contains({ x, y, width, height }: Rect, point: { readonly x: number; readonly y: number }): boolean {
  return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
}
