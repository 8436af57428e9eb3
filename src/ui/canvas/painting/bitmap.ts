/** Where a finished bitmap lies on the screen when the view has moved on, and whether it still shows all that there is. */
import type { Rect } from "../../../pipeline/layout/rect";

/** What of the canvas is on the screen: a point stands at `point * zoom + (x, y)` of the surface. */
export interface Viewed {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  /** The surface, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Half a viewport on each side. */
export const margin = 0.5;
/** A bitmap that is seen larger than this is too coarse to be looked at, even for a moment. */
const coarsest = 2.5;

/** The size of the bitmap for a view, in CSS pixels, and where the surface begins on it. */
export function sizeOf({ width, height }: Viewed) {
  const left = Math.round(width * margin);
  const top = Math.round(height * margin);
  return { width: width + 2 * left, height: height + 2 * top, left, top };
}

/** The part of the canvas that a bitmap for this view shows. */
export function regionOf(view: Viewed): Rect {
  const { width, height, left, top } = sizeOf(view);
  const { x, y, zoom } = view;
  return { x: -(x + left) / zoom, y: -(y + top) / zoom, width: width / zoom, height: height / zoom };
}

/** The pixels of a bitmap that show a place, whole ones: what is drawn at half of a pixel's edge stays there when it is cleared. */
export function pixelsOf(view: Viewed, place: Rect, ratio: number): Rect {
  const region = regionOf(view);
  const scale = ratio * view.zoom;
  const [x, y] = [Math.floor((place.x - region.x) * scale), Math.floor((place.y - region.y) * scale)];
  const right = Math.ceil((place.x + place.width - region.x) * scale);
  const bottom = Math.ceil((place.y + place.height - region.y) * scale);
  return { x, y, width: right - x, height: bottom - y };
}

/** The bitmap drawn for one view, in another: shifted and scaled. */
export function placeIn(
  drawn: Viewed,
  now: Viewed,
): { readonly x: number; readonly y: number; readonly scale: number } {
  const { left, top } = sizeOf(drawn);
  const scale = now.zoom / drawn.zoom;
  return { x: now.x - (drawn.x + left) * scale, y: now.y - (drawn.y + top) * scale, scale };
}

/** True where the bitmap still shows all that lies in view, `bounds` being around everything that there is. */
export function covers(drawn: Viewed, now: Viewed, bounds: Rect | null): boolean {
  if (bounds === null) return true;
  if (now.width !== drawn.width || now.height !== drawn.height) return false;
  const { x, y, scale } = placeIn(drawn, now);
  if (scale > coarsest) return false;
  const size = sizeOf(drawn);
  const left = Math.max(0, bounds.x * now.zoom + now.x);
  const top = Math.max(0, bounds.y * now.zoom + now.y);
  const right = Math.min(now.width, (bounds.x + bounds.width) * now.zoom + now.x);
  const bottom = Math.min(now.height, (bounds.y + bounds.height) * now.zoom + now.y);
  if (left >= right || top >= bottom) return true;
  const slack = 0.5;
  return (
    x <= left + slack &&
    y <= top + slack &&
    x + size.width * scale >= right - slack &&
    y + size.height * scale >= bottom - slack
  );
}
