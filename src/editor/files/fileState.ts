import type { StoreApi } from "zustand/vanilla";
import type { AppError } from "../../contract/appError";
import type { OperationName, RequestOf, ResponseOf, Result } from "../../contract/operations";
import type { Conflict, Side } from "../../pipeline/compare/mergeDefinitions";
import type { FileHolder } from "./fileHolder";

/** What keeps a file from being saved, or from being what is on the screen. */
export type FileTrouble =
  /** It was changed outside, and here, in the same places. */
  | { readonly kind: "conflict"; readonly conflicts: readonly Conflict[] }
  | { readonly kind: "gone"; readonly movedTo: string | null }
  /** It was changed outside into what is no definition. */
  | {
      readonly kind: "unreadable";
      readonly message: string;
      readonly place: { readonly line: number; readonly column: number };
    }
  | { readonly kind: "failed"; readonly error: AppError };

export interface FileState {
  readonly path: string;
  /** Whether the file has all that is on the screen. */
  readonly state: "saved" | "saving" | "unsaved";
  readonly readOnly: boolean;
  readonly trouble: FileTrouble | null;
  /** Saves by itself when an edit is done. */
  readonly automatic: boolean;
  /** Layout, notes, groups, pins and samples are kept in a file beside it; else in this browser alone. */
  readonly keepsBeside: boolean;
  /** Nothing can be kept beside it. */
  readonly alone: boolean;
}

/** What came of saving: a sentence for the person. */
export type SaveOutcome =
  | { readonly done: string; readonly offer: "nothing" }
  | { readonly refused: string; readonly kind?: "error" };

/** The file that a document is edited in. */
export interface FileSession {
  readonly store: StoreApi<FileState>;
  /** Writes the file. */
  save(): Promise<SaveOutcome>;
  /** Ends a conflict: which side is taken, by the conflict's id. */
  settle(choices: ReadonlyMap<string, Side>): void;
  /** Shows the file as it is, without the edits made here; they can be brought back by undo. */
  discard(): Promise<void>;
  /** Makes the file anew where it is gone, or writes over what is no definition any more. */
  overwrite(): Promise<SaveOutcome>;
  /** Takes the document along to the path that its file has now. */
  follow(path: string): Promise<void>;
  /** Looks whether the file has changed. */
  look(): Promise<void>;
  /** The program that holds the file, where one does. */
  readonly holder: FileHolder | null;
  /** Takes back, or does again, what was done last, where the holder does it too. */
  undo(): Promise<void>;
  redo(): Promise<void>;
  setAutomatic(automatic: boolean): void;
  setKeepsBeside(keepsBeside: boolean): void;
  close(): void;
}

type Needed = Extract<OperationName, "listFiles" | "readFile" | "writeFile">;

export type FileCalls = {
  readonly [Name in Needed]: (request: RequestOf<Name>) => Promise<Result<ResponseOf<Name>>>;
};
