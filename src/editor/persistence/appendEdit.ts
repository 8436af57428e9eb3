/** The one way in which a document's log grows: one transaction that checks, appends, and now and then compacts. */
import type { IDBPTransaction } from "idb";
import type { StepwireDatabase } from "./database";
import { type Append, follow, type NextRevision, nextRevision } from "./nextRevision";
import { documentStores, type Known, logRange, ofDocument, type StepwireSchema } from "./records";
import { outlived, snapshotKey } from "./versions";

type Writing = IDBPTransaction<StepwireSchema, typeof documentStores, "readwrite">;

/**
 * Stores a document as the revision after `base`, and answers what is then stored, once it is.
 * Throws `conflict` when another writer has stored a revision since; a rename from the start page is followed instead.
 */
export async function appendEdit(database: StepwireDatabase, append: Append): Promise<Known> {
  const { id } = append.document;
  return write(database, async (transaction) => {
    const head = await transaction.objectStore("documents").get(id);
    const since = await transaction.objectStore("log").getAll(logRange(id, append.base.revision));
    const followed = follow(append, head, since);
    const next = nextRevision(followed, head);
    if (next === null) return { revision: followed.base.revision, document: followed.document };
    await put(transaction, next, head?.snapshot.revision ?? 0);
    return { revision: next.head.revision, document: followed.document };
  });
}

/** One strict transaction over a document's stores: what it answers counts only once everything in it is on the disk. */
export async function write<Result>(
  database: StepwireDatabase,
  operation: (transaction: Writing) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(documentStores, "readwrite", { durability: "strict" });
  // When a request fails, `done` fails as well, before anyone awaits it.
  transaction.done.catch(() => undefined);
  let result: Result;
  try {
    result = await operation(transaction);
  } catch (error) {
    abort(transaction);
    throw transaction.error ?? error;
  }
  await transaction.done;
  return result;
}

async function put(transaction: Writing, { head, record, text }: NextRevision, lastSnapshot: number): Promise<void> {
  const writes: Promise<unknown>[] = [transaction.objectStore("documents").put(head)];
  if (record !== null) writes.push(transaction.objectStore("log").add(record));
  if (text !== null) writes.push(compact(transaction, head, text, lastSnapshot));
  await Promise.all(writes);
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
  const old = outlived(await versions.getAll(ofDocument(id)));
  await Promise.all([
    versions.put({ id, key, revision, kind: "automatic", label: null, changedAt }),
    snapshots.put({ id, key, text }),
    ...old.flatMap((version) => [versions.delete([id, version.key]), snapshots.delete([id, version.key])]),
    transaction.objectStore("log").delete(IDBKeyRange.bound([id], [id, lastSnapshot])),
  ]);
}

function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
