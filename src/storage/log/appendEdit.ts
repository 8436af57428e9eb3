/** The one way in which a document's log grows: one transaction that checks, appends, and now and then compacts. */
import type { PipelineDocument } from "../../pipeline/definition/document";
import type { StepwireDatabase } from "./database";
import { StorageFailure } from "./failure";
import { type Append, type NextRevision, nextRevision, rebase, type WriteContext } from "./nextRevision";
import { type DocumentRevision, documentStores, logRange, ofDocument } from "./records";
import { requestAll, type WritableStores, write } from "./transactions";
import { expired, snapshotKey } from "./versions";

type Stores = WritableStores<(typeof documentStores)[number]>;

/**
 * Stores a document as the revision after `base`, and answers what is then stored, once it is.
 * Throws `deleted` for one that was deleted, which only a person brings back, and `conflict` when another writer has stored a revision since; a write is moved onto a rename from the start page instead.
 */
export async function appendEdit(
  database: StepwireDatabase,
  append: Append,
  context: WriteContext,
): Promise<DocumentRevision & { readonly isToBePrinted?: boolean }> {
  const { id } = append.document;
  return write(database, documentStores, async (stores) => {
    const head = await stores.documents.get(id);
    if (head != null && head.deletedAt !== null) throw new StorageFailure("deleted");
    const isAhead = head !== undefined && head.revision > append.base.revision;
    const since = isAhead ? await stores.log.getAll(logRange(id, append.base.revision)) : [];
    const rebased = rebase(append, head, since);
    const next = nextRevision(rebased, head, context);
    if (next === null) return { revision: rebased.base.revision, document: rebased.document };
    await put(stores, next, head?.snapshot.revision ?? 0);
    return { revision: next.head.revision, document: rebased.document, isToBePrinted: next.isToBePrinted };
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

async function put(stores: Stores, { head, record, text }: NextRevision, lastSnapshot: number): Promise<void> {
  const requests: (() => Promise<unknown>)[] = [() => stores.documents.put(head)];
  if (record !== null) requests.push(() => stores.log.add(record));
  if (text !== null) requests.push(() => compact(stores, head, text, lastSnapshot));
  await requestAll(requests);
}

/** Puts a snapshot in the place of the log; the log stays back to the snapshot before, for tabs that follow it. */
async function compact(
  { versions, snapshots, log }: Stores,
  { id, revision, changedAt }: NextRevision["head"],
  text: string,
  lastSnapshot: number,
): Promise<void> {
  const key = snapshotKey(revision);
  const old = expired((await versions.getAllBySchema(ofDocument(id))).known);
  await requestAll([
    () => versions.put({ id, key, revision, kind: "automatic", label: null, changedAt }),
    () => snapshots.put({ id, key, text }),
    ...old.flatMap((version) => [() => versions.delete([id, version.key]), () => snapshots.delete([id, version.key])]),
    () => log.delete(IDBKeyRange.bound([id], [id, lastSnapshot])),
  ]);
}
