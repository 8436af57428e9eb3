/** The one way in which a document's log grows: one transaction that checks, appends, and now and then compacts. */
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { StepwireDatabase } from "./database";
import { type Append, type NextRevision, nextRevision, rebase, type WriteContext } from "./nextRevision";
import { type DocumentRevision, documentStores, logRange, ofDocument } from "./records";
import { requestAll, type Transaction, write } from "./transactions";
import { expired, snapshotKey } from "./versions";

type Writing = Transaction<typeof documentStores, "readwrite">;

/**
 * Stores a document as the revision after `base`, and answers what is then stored, once it is.
 * Throws `conflict` when another writer has stored a revision since; a write is moved onto a rename from the start page instead.
 */
export async function appendEdit(
  database: StepwireDatabase,
  append: Append,
  context: WriteContext,
): Promise<DocumentRevision> {
  const { id } = append.document;
  return write(database, documentStores, async (transaction) => {
    const head = await transaction.objectStore("documents").get(id);
    const isAhead = head !== undefined && head.revision > append.base.revision;
    const since = isAhead ? await transaction.objectStore("log").getAll(logRange(id, append.base.revision)) : [];
    const rebased = rebase(append, head, since);
    const next = nextRevision(rebased, head, context);
    if (next === null) return { revision: rebased.base.revision, document: rebased.document };
    await put(transaction, next, head?.snapshot.revision ?? 0);
    return { revision: next.head.revision, document: rebased.document };
  });
}

/** Stores a document that is not stored yet. */
export function createStored(
  database: StepwireDatabase,
  document: PipelineDocument,
  context: WriteContext,
): Promise<DocumentRevision> {
  const base = { revision: 0, document };
  return appendEdit(database, { base, document, write: context.newName() }, context);
}

async function put(transaction: Writing, { head, record, text }: NextRevision, lastSnapshot: number): Promise<void> {
  const requests: (() => Promise<unknown>)[] = [() => transaction.objectStore("documents").put(head)];
  if (record !== null) requests.push(() => transaction.objectStore("log").add(record));
  if (text !== null) requests.push(() => compact(transaction, head, text, lastSnapshot));
  await requestAll(requests);
}

/** Puts a snapshot in the place of the log; the log stays back to the snapshot before, for tabs that follow it. */
async function compact(
  transaction: Writing,
  { id, revision, changedAt }: NextRevision["head"],
  text: string,
  lastSnapshot: number,
): Promise<void> {
  const versions = transaction.objectStore("versions");
  const snapshots = transaction.objectStore("snapshots");
  const key = snapshotKey(revision);
  const old = expired(await versions.getAll(ofDocument(id)));
  await requestAll([
    () => versions.put({ id, key, revision, kind: "automatic", label: null, changedAt }),
    () => snapshots.put({ id, key, text }),
    ...old.flatMap((version) => [() => versions.delete([id, version.key]), () => snapshots.delete([id, version.key])]),
    () => transaction.objectStore("log").delete(IDBKeyRange.bound([id], [id, lastSnapshot])),
  ]);
}
