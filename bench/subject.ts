import type { Page } from "@playwright/test";

/** What of a graph is on the screen. */
export type View = "all" | "100%";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Something that shows a pipeline and is measured: the editor, or the bare React Flow page. */
export interface Subject {
  readonly name: string;
  /** Goes to the page and waits until it could open something. */
  readonly prepare: (page: Page) => Promise<void>;
  /** Opens a definition of so many steps. The clock starts where the page gets the text. */
  readonly open: (page: Page, text: string, view: View) => Promise<void>;
  /** Brings an opened graph to the view. */
  readonly show: (page: Page, view: View) => Promise<void>;
  /** CSS of the region that holds the canvas. */
  readonly canvas: string;
  /** CSS of one step's element inside the canvas. */
  readonly step: string;
}
