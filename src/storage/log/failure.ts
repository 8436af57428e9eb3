/** Why something could not be stored or read, as data. */
import { lookup } from "../../pipeline/definition/byName";
export type StorageFailureName =
  /** The browser gives no more room. */
  | "quota"
  /** There is no storage to be had, or it cannot be opened. */
  | "unavailable"
  /** It was asked, and says nothing. */
  | "unanswered"
  /** A tab with an older Stepwire holds the storage open, so that it cannot be changed. */
  | "blocked"
  /** A newer Stepwire has changed the storage itself. */
  | "outdated"
  /** Another tab has saved this document since. */
  | "conflict"
  /** It was deleted while it was open here. */
  | "deleted"
  /** The tab that edits the document could not store its edits, and keeps it. */
  | "refused"
  /** A newer Stepwire wrote it, in a form that this one does not know. */
  | "newer"
  /** What is stored cannot be read. */
  | "damaged"
  /** There is no such document. */
  | "missing"
  /** Storage failed in another way. */
  | "failed";

/** A storage failure in the shape of an AppError; `message` completes "not saved, because …". */
export interface StorageProblem {
  readonly kind: "storage";
  readonly name: StorageFailureName;
  readonly message: string;
  /** What the browser said. */
  readonly detail?: string;
}

/** Thrown by every storage operation that fails; carries the data that is shown. */
export class StorageFailure extends Error {
  override readonly name = "StorageFailure";
  readonly problem: StorageProblem;
  constructor(name: StorageFailureName, detail?: string, options?: ErrorOptions) {
    super(`${words[name]}${detail === undefined ? "" : ` (${detail})`}`, options);
    this.problem = { kind: "storage", name, message: words[name], ...(detail === undefined ? {} : { detail }) };
  }
}

const words: Record<StorageFailureName, string> = {
  quota: "the browser's storage is full",
  unavailable: "the browser's storage cannot be opened; allow this page to keep site data",
  unanswered: "the browser's storage does not answer",
  blocked: "another tab runs an older Stepwire; close or reload that one",
  outdated: "a newer Stepwire has changed this browser's storage; reload this page after downloading a copy",
  conflict: "another tab has saved this document since; these edits are kept among its versions",
  deleted: "it was deleted in another window",
  refused: "the tab that edits this document cannot store its edits",
  newer: "it was saved by a newer Stepwire, and is left as it is; open it with that one",
  damaged: "what is stored is damaged",
  missing: "the document is no longer stored",
  failed: "the browser could not write to its storage",
};

/** Names what went wrong; a StorageFailure stays as it is. */
export function toStorageFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  const message = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  return new StorageFailure(lookup(byName, name) ?? "failed", message === "" ? name : `${name}: ${message}`, {
    cause: error,
  });
}

const byName: Partial<Record<string, StorageFailureName>> = {
  QuotaExceededError: "quota",
  VersionError: "outdated",
  SecurityError: "unavailable",
};
