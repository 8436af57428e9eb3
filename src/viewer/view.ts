/** The part of the picture that is seen, in the picture's own pixels, and the screen that it is seen on. */
export interface View {
  readonly x: number;
  readonly y: number;
  /** Pixels of the screen for one of the picture. */
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

const least = 0.02;
const most = 4;

/** All of an area in the middle of the screen, never larger than it is. */
export function fitted(area: Area, screen: Size): View {
  const zoom = Math.max(least, Math.min(1, screen.width / area.width, screen.height / area.height));
  return centred({ x: area.x + area.width / 2, y: area.y + area.height / 2 }, zoom, screen);
}

export function centred({ x, y }: { readonly x: number; readonly y: number }, zoom: number, screen: Size): View {
  return { x: x - screen.width / zoom / 2, y: y - screen.height / zoom / 2, zoom };
}

/** Nearer or farther by a factor; the point of the screen stays where it is. */
export function zoomed({ x, y, zoom }: View, by: number, atX: number, atY: number): View {
  const next = Math.min(most, Math.max(least, zoom * by));
  return { x: x + atX / zoom - atX / next, y: y + atY / zoom - atY / next, zoom: next };
}

/** Moved by pixels of the screen. */
export function moved({ x, y, zoom }: View, byX: number, byY: number): View {
  return { x: x - byX / zoom, y: y - byY / zoom, zoom };
}
