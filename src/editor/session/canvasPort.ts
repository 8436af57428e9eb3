import type { Rect } from "../../pipeline/layout/rect";
import type { Scene } from "../../pipeline/layout/scene";
import type { Tidied } from "../../pipeline/layout/tidy";
import type { Asked } from "./question";

/**
 * What the canvas can do for the areas around it. The canvas lends it to the workspace while it is mounted; commands and panels use
 * it, and do without where there is no canvas.
 */
export interface CanvasPort {
  /** Where every step and its ports stand. */
  scene(): Scene;
  /** The part of the canvas that is in view, in canvas pixels. */
  inView(): Rect;
  /** Shows all steps, or these. */
  fit(keys?: readonly string[]): void;
  /** Zooms to a scale, 1 for 100%, around the middle. */
  zoomTo(scale: number): void;
  zoomIn(): void;
  zoomOut(): void;
  /** Places for all steps, laid out anew; null where the definition changed meanwhile. Rejects where the layout does not answer. */
  layOut(): Promise<Tidied | null>;
  /** Shows the steps on their way from the scene of before to where they are now. */
  showTidied(before: Scene): void;
  /** Puts the keyboard's focus on the canvas, or on one of its steps. */
  focus(key?: string): void;
  /** Lets the person write over a step's name. */
  rename(key: string): void;
  /** Lets the person write a note. */
  writeNote(id: string): void;
  /** Opens the menu of a step, at its card. */
  openMenu(key: string): void;
  /** Ends a drag where it is: nobody will let go of it any more. */
  endDrag(): void;
  /** Asks at a step's card; without a step, where the person looks. */
  ask(question: Asked, key: string | null): void;
  /** Shows a cycle for a moment. */
  showCycle(keys: readonly string[]): void;
}
