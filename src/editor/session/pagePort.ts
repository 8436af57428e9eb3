import type { Paint } from "../../export/form";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { DocumentSummary } from "./storedDocuments";

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

/** A definition that was only read. */
export interface ReadDefinition {
  /** The file's name. */
  readonly from: string;
  readonly document: PipelineDocument;
}

/** What the page around the editor can do for commands. */
export interface PagePort {
  readonly clipboard: ClipboardPort;
  /** Lets the person choose a definition's file, which becomes a new document. */
  openFile(): void;
  /** Lets the person choose a file to read a definition from; a sentence where it has none, null where none was chosen. */
  readDefinition(): Promise<ReadDefinition | string | null>;
  /** The documents of this browser but one, the last changed first; none where they cannot be read. */
  otherDocuments(than: string): Promise<readonly DocumentSummary[]>;
  /** One of them; a sentence where it cannot be read. */
  readDocument(id: string): Promise<PipelineDocument | string>;
  goHome(): void;
  chooseTheme(theme: Theme): void;
  download(file: Download): void;
  /** A picture as PNG, so many dots for one of it. */
  readonly paint: Paint;
  /** Puts a PNG on the clipboard, which may still be in the making; false where the browser does not let it. */
  copyPicture(png: Promise<Uint8Array<ArrayBuffer>>): Promise<boolean>;
}
