import type { Paint } from "../../export/form";

/** Steps as a definition's text, their places beside it. */
export interface Copied {
  readonly text: string;
  readonly layout: string;
}

/** The system's clipboard, or that of one event, which must be used at once. */
export interface ClipboardPort {
  /** False where the browser does not let it. */
  write(copied: Copied): boolean | Promise<boolean>;
  /** Null where the browser does not let it. */
  read(): Copied | null | Promise<Copied | null>;
}

export type Theme = "system" | "light" | "dark";

export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** What the page around the editor can do for commands. */
export interface PagePort {
  readonly clipboard: ClipboardPort;
  /** Lets the person choose a definition's file, which becomes a new document. */
  openFile(): void;
  goHome(): void;
  chooseTheme(theme: Theme): void;
  download(file: Download): void;
  /** A picture as PNG, so many dots for one of it. */
  readonly paint: Paint;
  /** Puts a PNG on the clipboard, which may still be in the making; false where the browser does not let it. */
  copyPicture(png: Promise<Uint8Array<ArrayBuffer>>): Promise<boolean>;
}
