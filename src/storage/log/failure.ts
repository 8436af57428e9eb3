/** Why something could not be stored or read, as data. */
export type StorageFailureName =
  /** The browser gives no more room. */
  | "quota"
  /** There is no storage to be had, or it cannot be opened. */
  | "unavailable"
  /** Another tab runs a newer Stepwire, which has changed the storage. */
  | "outdated"
  /** Another tab has saved this document since. */
  | "conflict"
  /** The tab that edits the document could not store its edits, and keeps it. */
  | "refused"
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
  unavailable: "the browser's storage cannot be opened",
  outdated: "another tab runs a newer Stepwire; reload this one after downloading a copy",
  conflict: "another tab has saved this document since; these edits are kept among its versions",
  refused: "the tab that edits this document cannot store its edits",
  damaged: "what is stored is damaged",
  missing: "the document is no longer stored",
  failed: "the browser could not write to its storage",
};

/** Names what went wrong; a StorageFailure stays as it is. */
export function toStorageFailure(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : "";
  const message = error instanceof Error || error instanceof DOMException ? error.message : String(error);
  return new StorageFailure(byName[name] ?? "failed", message === "" ? name : `${name}: ${message}`, { cause: error });
}

const byName: Partial<Record<string, StorageFailureName>> = {
  QuotaExceededError: "quota",
  VersionError: "outdated",
  SecurityError: "unavailable",
};
