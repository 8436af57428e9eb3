import type { Ink } from "./ink";

/** What is drawn with, and how near the canvas is seen. */
export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly ink: Ink;
  readonly zoom: number;
  /** False in a frame that cannot wait: words come when the view rests. */
  readonly words: boolean;
}

/** From this zoom on a card is drawn with all that its element shows; below, as what can still be read. */
export const inFullFrom = 0.45;

/** Below this zoom names cannot be read: steps are counted in their place. */
export const countedBelow = 0.17;

/** So many pixels of the screen, on the canvas: for what must be seen however small all else is. */
export function onScreen({ zoom }: Brush, pixels: number): number {
  return pixels / zoom;
}

/** How far what belongs to a card or a lane reaches beyond it: shadow, ports, ring, title; from afar as far as these are seen. */
export function reachAt(zoom: number): number {
  return Math.max(24, 14 / zoom);
}

export function setFont({ context, ink }: Brush, size: number, bold = false): void {
  context.font = `${bold ? 700 : 400} ${size}px ${ink.family}`;
}

const paths = new Map<string, Path2D>();

/** A drawing that is given as the path of an SVG, read once. */
export function pathOf(drawing: string): Path2D {
  const path = paths.get(drawing) ?? new Path2D(drawing);
  paths.set(drawing, path);
  return path;
}

/** A rectangle with round corners; corners that nobody would see are left out. */
export function roundRect(
  { context, zoom }: Brush,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
): void {
  context.beginPath();
  if (radius * zoom < 1) context.rect(x, y, width, height);
  else context.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
}
