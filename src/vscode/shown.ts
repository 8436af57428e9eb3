import type { FileContent, ReadFile, WriteFile } from "../contract/files";
import type { HostCall, HostMessage, HostOpening } from "../contract/host";

type CallOf<Name extends HostCall["call"]> = Extract<HostCall, { call: Name }>;

/** What a window of Stepwire shows: the text of a file that is edited, or a definition that can only be looked at. */
export interface Shown {
  readonly opening: HostOpening;
  readFile(known: CallOf<"readFile">["known"]): Promise<ReadFile>;
  /** Refuses, with its words, where nothing is edited. */
  writeFile(call: Pick<CallOf<"writeFile">, "text" | "expected" | "beside">): Promise<WriteFile>;
  save(): Promise<boolean>;
  /** Shows the text at a place, from 1. */
  showText(line: number, column: number): Promise<void>;
  /** Tells what the page has to hear by itself. */
  onEvent(listener: (event: Extract<HostMessage, { event: string }>) => void): Disposed;
}

export interface Disposed {
  dispose(): void;
}

/** The answer for a page that may know the file as it is now. */
export function unlessKnown(file: FileContent, known: CallOf<"readFile">["known"]): ReadFile {
  const isSame =
    known?.revision === file.revision &&
    known.beside === (file.beside?.revision ?? null) &&
    known.readOnly === file.readOnly;
  return isSame ? { kind: "same" } : file;
}
