/**
 * What a page leaves behind when it goes away with edits not yet stored.
 *
 * While a page is left, no answer of storage reaches it any more: a transaction that reads before it writes is lost
 * (measured in Chromium: all of them on reload and navigation), one that only puts and commits at once arrives. So the
 * document is put aside as it is, and whoever gets the right to write the document next puts it into the log.
 */
import type { PipelineDocument } from "../../pipeline/definition/document";
import { appendEdit } from "../log/appendEdit";
import type { StepwireDatabase } from "../log/database";
import { readDocument } from "../log/encodeDocument";
import { toStorageFailure } from "../log/failure";
import type { WriteContext } from "../log/nextRevision";
import { readLatest } from "../log/readDocuments";
import { RecordStore, type Stored } from "../log/recordStore";
import {
  type DocumentRecord,
  type DocumentRevision,
  isUnbroken,
  type LogRecord,
  logRange,
  ofDocument,
  type PendingSave,
} from "../log/records";
import { read, write } from "../log/transactions";
import { keepVersion } from "../log/versions";
import type { PendingMirror } from "./pendingMirror";

/** Puts a pending save aside without waiting for anything. */
export function putPendingSave(database: StepwireDatabase, pending: PendingSave): void {
  const transaction = database.transaction("pendingSaves", "readwrite", { durability: "strict" });
  transaction.done.catch(() => undefined);
  new RecordStore<PendingSave>(transaction, "pendingSaves").put(pending).catch(() => undefined);
  transaction.commit();
}

export async function deletePendingSave(database: StepwireDatabase, id: string, writer: string): Promise<void> {
  await write(database, ["pendingSaves"], (stores) => stores.pendingSaves.delete([id, writer]));
}

export interface Found {
  readonly known: DocumentRevision | null;
  /** What a page left and storage does not take now: it is to be shown, and stored once it does. */
  readonly unstored: { readonly document: PipelineDocument; readonly pending: PendingSave } | null;
}

/** Reads the newest revision, after every pending save of the document found its place. Only for who may write it. */
export async function readWithPendingSaves(
  database: StepwireDatabase,
  id: string,
  context: WriteContext,
  mirror: PendingMirror,
): Promise<Found> {
  let unstored: Found["unstored"] = null;
  let known = await readLatest(database, id);
  const stored = await read(database, ["pendingSaves"], (stores) => stores.pendingSaves.getAll(ofDocument(id)));
  const mirrored = mirror.readAll(id).filter(({ write }) => !stored.some((pending) => pending.write === write));
  for (const pending of [...stored, ...mirrored]) {
    try {
      known = await applyPendingSave(database, known, pending, context);
    } catch (error) {
      if (!["quota", "deleted"].includes(toStorageFailure(error).problem.name)) throw error;
      unstored = { document: readDocument(pending), pending };
      known ??= { revision: 0, document: unstored.document };
      continue;
    }
    await deletePendingSave(database, id, pending.writer);
    mirror.delete(pending);
  }
  return { known, unstored };
}

async function applyPendingSave(
  database: StepwireDatabase,
  known: DocumentRevision | null,
  pending: Stored<PendingSave>,
  context: WriteContext,
) {
  const { id, revision } = pending;
  const left = readDocument(pending);
  const { head, since } = await read(database, ["documents", "log"], async ({ documents, log }) => ({
    head: await documents.get(id),
    since: await log.getAll(logRange(id, revision)),
  }));
  const isRenamed = since.some((record) => record.cause === "rename");
  const document = isRenamed && known !== null ? { ...left, name: known.document.name } : left;
  switch (verdict(pending, head, since)) {
    case "known":
      return known;
    case "newest":
      return appendEdit(
        database,
        { base: known ?? { revision: 0, document }, document, write: pending.write },
        context,
      );
    case "conflict":
      await keepVersion(database, left, {
        revision,
        kind: "recovered",
        mark: pending.write,
        label: null,
        now: context.now(),
      });
      return known;
  }
}

/** Whether a pending save is stored already, goes on from what is stored, or from what others have since gone past. */
export function verdict(
  { revision, writer, writes, write: last }: PendingSave,
  head: DocumentRecord | undefined,
  since: readonly LogRecord[],
): "known" | "newest" | "conflict" {
  if (head === undefined || head.revision <= revision) return "newest";
  const later = [...since.map((record) => record.write), head.write];
  const isOwn = (name: string) => name.startsWith(`${writer}:`);
  if (later.some((name) => name === last || (isOwn(name) && !writes.includes(name)))) return "known";
  if (writes.includes(head.write)) return "newest";
  const followed = since.every((record) => record.cause === "rename" || writes.includes(record.write));
  return followed && isUnbroken(since, revision, head.revision) ? "newest" : "conflict";
}
