import type { PipelineDocument } from "../pipeline/definition/document";
import type { DocumentStorage, StorageHandlers } from "./documentStorage";
import type { StorageFailure } from "./log/failure";
import type { Version } from "./log/versions";
import type { Copied } from "./rescue/secondCopy";

/** A document as the start page lists it. */
export interface DocumentSummary {
  readonly id: string;
  readonly name: string;
  /** Null for a document that a newer Stepwire saved, which cannot be opened here. */
  readonly steps: number | null;
  /** When it was last stored, to be shown. */
  readonly changedAt: number;
  readonly deleted: boolean;
}

/** All documents of this browser. Everything that is asked of storage rejects with a StorageFailure when it fails. */
export interface Library {
  /** So many documents came back from their second copy: the browser had lost its storage. */
  readonly restoredFromCopy: number;
  /** The documents that are not deleted, the last changed first. */
  list(): Promise<readonly DocumentSummary[]>;
  /** The same including the deleted ones, which can be restored. */
  listAll(): Promise<readonly DocumentSummary[]>;
  /** Calls with the list now and after each change, by this tab or another, or says why it cannot be read. Returns how to end that. */
  subscribe(
    listener: (documents: readonly DocumentSummary[]) => void,
    onFailure?: (failure: StorageFailure) => void,
  ): () => void;
  create(document: PipelineDocument): Promise<void>;
  read(id: string): Promise<PipelineDocument>;
  rename(id: string, name: string): Promise<void>;
  /** Makes a copy under a free name and answers it. */
  duplicate(id: string, newId: string): Promise<PipelineDocument>;
  /** Deletes a document; it can be restored until twenty others were deleted after it. */
  remove(id: string): Promise<void>;
  restore(id: string): Promise<void>;
  listVersions(id: string): Promise<readonly Version[]>;
  readVersion(id: string, key: string): Promise<PipelineDocument>;
  /** Keeps the stored state of a document under a label. */
  nameVersion(id: string, label: string): Promise<Version>;
  /** Opens a stored document by its id, or a new one, which is then stored as soon as storage allows. */
  openDocument(target: string | PipelineDocument, handlers?: StorageHandlers): Promise<DocumentStorage>;
  /** A document as it was when it was last copied, for one that is damaged; null where no copy can be read. */
  secondCopy(id: string): Promise<Copied | null>;
  /** All that is stored of a damaged document, as text, for whoever may still make something of it. */
  damaged(id: string): Promise<string>;
  /** True while something on this page, closed documents too, could not be stored: it is lost when the page goes. */
  hasUnsaved(): boolean;
  /** Remembers a text beside the documents, by a key. */
  remember(key: string, value: string): Promise<void>;
  recall(key: string): Promise<string | null>;
  /** Remembers which document this tab shows; null for the start page. */
  rememberOpened(id: string | null): Promise<void>;
  /** The document to open again: this tab's, else the one that any tab opened last; null for the start page. */
  lastOpened(): Promise<string | null>;
  close(): void;
}
