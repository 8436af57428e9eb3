/** What the next revision of a document is to hold, worked out before it is written. No storage is touched here. */
import type { PipelineDocument } from "../../pipeline/definition/document";
import { asValue, printDocument } from "./encodeDocument";
import { StorageFailure } from "./failure";
import { diff } from "./patch";
import { type DocumentRecord, type DocumentRevision, isUnbroken, type LogRecord } from "./records";

/** After so many entries a snapshot is taken, or once the log is larger than the snapshot. */
const longestLog = 50;
const smallestSnapshot = 16_384;
/** To print one that is larger takes longer than a page can wait. */
const largestAtOnce = 500_000;

export interface Append {
  /** The last revision that the writer knows to be stored; revision 0 for a document that is not stored yet. */
  readonly base: DocumentRevision;
  readonly document: PipelineDocument;
  /** The document as text, where it was printed before: in a transaction nothing can be waited for. */
  readonly printed?: string;
  /** A name for this write that no other has. */
  readonly write: string;
  /** What earlier writes tried to store, by name of the write, where it is uncertain whether they did. */
  readonly uncertain?: ReadonlyMap<string, PipelineDocument>;
  readonly cause?: LogRecord["cause"];
}

/** What every write is given besides what it writes. */
export interface WriteContext {
  readonly now: () => number;
  /** A name that no other has. */
  readonly newName: () => string;
  /** How many steps a document has, those in containers too, for the list of documents. */
  readonly countSteps: (document: PipelineDocument) => number;
  /** Begins a long work: what it gives is waited for between its parts. Without it nothing is waited for. */
  readonly pauses?: (() => () => Promise<void>) | undefined;
}

export interface NextRevision {
  readonly head: DocumentRecord;
  /** The edit; null where the log has nothing to go on from. */
  readonly record: LogRecord | null;
  /** The whole document, where a snapshot is due. */
  readonly text: string | null;
  /** A snapshot is due, and waits for the next write: the document is to be printed before that. */
  readonly isToBePrinted: boolean;
}

/**
 * Moves a write onto what was stored since its base: uncertain writes of its own that did arrive, and renames from the
 * start page. Anything else is another writer's: a conflict.
 */
export function rebase(append: Append, head: DocumentRecord | undefined, since: readonly LogRecord[]): Append {
  if (head === undefined || head.revision <= append.base.revision) return append;
  const last = append.uncertain?.get(head.write);
  if (last !== undefined) return renamed({ ...append, base: { revision: head.revision, document: last } }, head.name);
  if (!isUnbroken(since, append.base.revision, head.revision)) throw new StorageFailure("conflict");
  let { base } = append;
  for (const record of since) {
    const arrived = append.uncertain?.get(record.write);
    if (arrived === undefined && record.cause !== "rename") throw new StorageFailure("conflict");
    base = { revision: record.revision, document: arrived ?? base.document };
  }
  return renamed({ ...append, base }, head.name);
}

/** The same under the name that is stored; the start page's rename wins over the name that the editor holds. */
function renamed(append: Append, name: string): Append {
  const { base, document } = append;
  if (base.document.name === name) return append;
  const { printed: _, ...rest } = append;
  return { ...rest, base: { ...base, document: { ...base.document, name } }, document: { ...document, name } };
}

/** The next revision; null where what is stored is what is to be stored. */
export function nextRevision(
  append: Append,
  head: DocumentRecord | undefined,
  { now, countSteps, pauses }: WriteContext,
): NextRevision | null {
  const { base, document, write } = append;
  const changedAt = now();
  const patch = diff(asValue(base.document), asValue(document));
  const continuesLog = head?.revision === base.revision;
  if (continuesLog && head.deletedAt === null && patch.length === 0) return null;
  const revision = base.revision + 1;
  const edit = JSON.stringify(patch);
  const log = continuesLog ? { count: head.log.count + 1, size: head.log.size + edit.length } : { count: 0, size: 0 };
  const snapshotIsDue =
    !continuesLog || log.count >= longestLog || log.size > Math.max(smallestSnapshot, head.snapshot.size);
  const canWait = continuesLog && pauses !== undefined && head.snapshot.size > largestAtOnce;
  const isToBePrinted = snapshotIsDue && canWait && append.printed === undefined;
  const text = snapshotIsDue && !isToBePrinted ? (append.printed ?? printDocument(document)) : null;
  return {
    head: {
      id: document.id,
      name: document.name,
      steps: countSteps(document),
      revision,
      write,
      changedAt,
      deletedAt: null,
      snapshot: text === null && continuesLog ? head.snapshot : { revision, size: text?.length ?? 0 },
      log: text === null ? log : { count: 0, size: 0 },
    },
    record: continuesLog
      ? { id: document.id, revision, write, cause: append.cause ?? "edit", changedAt, patch: edit }
      : null,
    text,
    isToBePrinted,
  };
}
