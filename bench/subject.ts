import type { Page } from "@playwright/test";

/** What of a graph is on the screen. */
export type View = "all" | "100%";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Card extends Point {
  readonly width: number;
  readonly height: number;
}

/** What is opened: a definition's text, and how the editor shows it. */
export interface Opened {
  readonly text: string;
  /** By step name. The editor finds them itself; the reference gets the same, so that both show the same picture. */
  readonly cards: Readonly<Record<string, Card>>;
  /** The size of its canvas, beside all that stands around it. */
  readonly area: { readonly width: number; readonly height: number };
}

/** Something that shows a pipeline and is measured: the editor, or the bare React Flow page. */
export interface Subject {
  readonly name: string;
  /** Goes to the page and waits until it could open something. */
  readonly prepare: (page: Page) => Promise<void>;
  /** Opens a definition, all of it in view. The clock starts where the page gets the text. */
  readonly open: (page: Page, opened: Opened) => Promise<void>;
  readonly find: Selectors;
}

/** CSS, for code that runs in the page at every frame. */
export interface Selectors {
  readonly canvas: string;
  /** One step's element inside the canvas. */
  readonly step: string;
  /** The paths of the edges inside the canvas. */
  readonly edge: string;
  /** A canvas element on which steps are painted; null where each step is an element. */
  readonly painted: string | null;
}
