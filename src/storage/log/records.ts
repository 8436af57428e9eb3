/** What lies in the browser's storage, each record with the number of its schema beside it (`recordStore.ts`). Revisions say what is newer; times are kept to be shown, never compared. */
import type { DBSchema } from "idb";
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { Patch } from "./patch";

/** The head of a document: one row of the list of documents, and what the next write must follow. */
export interface DocumentRecord {
  readonly id: string;
  readonly name: string;
  readonly steps: number;
  readonly revision: number;
  /** The write that made this revision; tells a writer whether an uncertain write of its own arrived. */
  readonly write: string;
  readonly changedAt: number;
  readonly deletedAt: number | null;
  /** The snapshot that the log goes on from. */
  readonly snapshot: { readonly revision: number; readonly size: number };
  readonly log: { readonly count: number; readonly size: number };
}

/** A document as of a revision. Revision 0 is a document that is not stored yet. */
export interface DocumentRevision {
  readonly revision: number;
  readonly document: PipelineDocument;
}

/** One edit, or several that were written together. */
export interface LogRecord {
  readonly id: string;
  readonly revision: number;
  readonly write: string;
  /** A rename from the start page, which the tab that edits the document can follow without losing an edit. */
  readonly cause: "edit" | "rename";
  readonly changedAt: number;
  /** The patch, as JSON. */
  readonly patch: string;
}

export type VersionKind = "automatic" | "named" | "recovered";

/** What is known of a stored version without reading its text. */
export interface VersionRecord {
  readonly id: string;
  readonly key: string;
  readonly revision: number;
  readonly kind: VersionKind;
  readonly label: string | null;
  readonly changedAt: number;
}

/** The text of a version. Automatic ones are the snapshots that the log goes on from. */
export interface SnapshotRecord {
  readonly id: string;
  readonly key: string;
  readonly text: string;
}

/** What a page had not yet stored when it was left. */
export interface PendingSave {
  readonly id: string;
  readonly writer: string;
  /** The last revision that the page knew to be stored, and its writes that were then under way. */
  readonly revision: number;
  readonly writes: readonly string[];
  /** The name of the write that stores this. */
  readonly write: string;
  readonly text: string;
}

/** What is remembered beside the documents, by a key. */
export interface StateRecord {
  readonly value: string;
}

export interface StepwireSchema extends DBSchema {
  documents: { key: string; value: DocumentRecord };
  log: { key: [string, number]; value: LogRecord };
  versions: { key: [string, string]; value: VersionRecord };
  snapshots: { key: [string, string]; value: SnapshotRecord };
  pendingSaves: { key: [string, string]; value: PendingSave };
  state: { key: string; value: StateRecord };
}

export const documentStores = ["documents", "log", "versions", "snapshots"] as const;

/** Everything of one document in a store keyed by the document's id and something more. */
export function ofDocument(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id], [id, []]);
}

/** The log of a document from after one revision to another, that one included. */
export function logRange(id: string, after: number, to = Number.POSITIVE_INFINITY): IDBKeyRange {
  return IDBKeyRange.bound([id, after], [id, to + 1], true, true);
}

export function readPatch(record: LogRecord): Patch {
  return JSON.parse(record.patch) as Patch;
}

/** True when these are all entries from after one revision to another. */
export function isUnbroken(log: readonly LogRecord[], after: number, to: number): boolean {
  return log.length === to - after && log.every((record, index) => record.revision === after + 1 + index);
}
