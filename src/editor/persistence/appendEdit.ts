/** The one way in which a document's log grows: one transaction that checks, appends, and now and then compacts. */
import type { StepwireDatabase } from "./database";
import { type Append, follow, type NextRevision, nextRevision } from "./nextRevision";
import { documentStores, type Known, logRange, ofDocument } from "./records";
import { type Transaction, together, write } from "./transactions";
import { outlived, snapshotKey } from "./versions";

type Writing = Transaction<typeof documentStores, "readwrite">;

/**
 * Stores a document as the revision after `base`, and answers what is then stored, once it is.
 * Throws `conflict` when another writer has stored a revision since; a rename from the start page is followed instead.
 */
export async function appendEdit(database: StepwireDatabase, append: Append): Promise<Known> {
  const { id } = append.document;
  return write(database, documentStores, async (transaction) => {
    const head = await transaction.objectStore("documents").get(id);
    const isAhead = head !== undefined && head.revision > append.base.revision;
    const since = isAhead ? await transaction.objectStore("log").getAll(logRange(id, append.base.revision)) : [];
    const followed = follow(append, head, since);
    const next = nextRevision(followed, head);
    if (next === null) return { revision: followed.base.revision, document: followed.document };
    await put(transaction, next, head?.snapshot.revision ?? 0);
    return { revision: next.head.revision, document: followed.document };
  });
}

async function put(transaction: Writing, { head, record, text }: NextRevision, lastSnapshot: number): Promise<void> {
  const requests: (() => Promise<unknown>)[] = [() => transaction.objectStore("documents").put(head)];
  if (record !== null) requests.push(() => transaction.objectStore("log").add(record));
  if (text !== null) requests.push(() => compact(transaction, head, text, lastSnapshot));
  await together(requests);
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
  await together([
    () => versions.put({ id, key, revision, kind: "automatic", label: null, changedAt }),
    () => snapshots.put({ id, key, text }),
    ...old.flatMap((version) => [() => versions.delete([id, version.key]), () => snapshots.delete([id, version.key])]),
    () => transaction.objectStore("log").delete(IDBKeyRange.bound([id], [id, lastSnapshot])),
  ]);
}
