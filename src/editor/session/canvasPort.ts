/**
 * What the canvas can do for the areas around it. The canvas lends it to the workspace while it is mounted; commands and panels use
 * it, and do without where there is no canvas.
 */
export interface CanvasPort {
  /** The part of the canvas that is in view, in canvas pixels. */
  inView(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  fit(): void;
  tidy(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Puts the keyboard's focus on the canvas, or on one of its steps. */
  focus(key?: string): void;
  /** Takes a step out of the branch or loop that holds it, to a free place beside it. */
  takeOut(key: string): void;
  /** Opens the menu of a step, at its card. */
  openMenu(key: string): void;
}
