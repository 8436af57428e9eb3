import type { PipelineDocument } from "../pipeline/definition/document";
import type { SaveStatus } from "./log/documentWriter";
import type { Version } from "./log/versions";

/** Whether this tab edits the document or follows the tab that does. */
export type Role = "writer" | "reader";

export interface StorageHandlers {
  /** Another tab has changed the document: this is what it is now. */
  readonly onRemoteChange?: (document: PipelineDocument) => void;
  /** Called before another tab may write: from then on, edits here have no place to go. */
  readonly onRoleChange?: (role: Role) => void;
  readonly onStatusChange?: (status: SaveStatus) => void;
  /** Another tab was first; the edits of this one were kept as a version of their own. */
  readonly onRecovered?: (version: Version) => void;
}

/** One open document: what it is, whether it is stored, and who may write it. */
export interface DocumentStorage {
  readonly id: string;
  readonly role: Role;
  readonly document: PipelineDocument;
  readonly status: SaveStatus;
  /** Called after each change of role, status or document; returns how to end that. */
  subscribe(listener: () => void): () => void;
  /** Notes the newest state; it is stored shortly. Throws for a reader. */
  save(document: PipelineDocument): void;
  /** Stores at once; rejects with a StorageFailure when that fails (it is tried again all the same). */
  flush(): Promise<void>;
  /** Leaves what is not stored where the next page finds it, without waiting for anything: this one may be gone the next moment. */
  putAside(): void;
  /** Gets the right to write from the tab that has it, which stores its edits first. Rejects when it cannot. */
  takeOver(): Promise<void>;
  /** Brings back one that was deleted while it was open here, as it stands here. */
  keep(): Promise<void>;
  /** Stores what is left, then lets go. Rejects with a StorageFailure, and stays open, when that fails. */
  close(): Promise<void>;
  /** Lets go at once; what is not stored is lost. */
  abandon(): void;
}
