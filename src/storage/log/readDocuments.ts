/** Reading documents back: a snapshot and the log after it. */
import type { Value } from "../../pipeline/definition/value";
import { applyPatch } from "./applyPatch";
import type { StepwireDatabase } from "./database";
import { asDocument, asValue, readDocument } from "./encodeDocument";
import { StorageFailure } from "./failure";
import {
  type DocumentRecord,
  type DocumentRevision,
  documentStores,
  isUnbroken,
  type LogRecord,
  logRange,
  readPatch,
} from "./records";
import { read } from "./transactions";
import { snapshotKey } from "./versions";

/** The newest revision of a document; null where none is stored. A deleted document can be read, too. */
export async function readLatest(database: StepwireDatabase, id: string): Promise<DocumentRevision | null> {
  return read(database, documentStores, async (transaction) => {
    const head = await transaction.objectStore("documents").get(id);
    if (head === undefined) return null;
    const key = snapshotKey(head.snapshot.revision);
    const snapshot = await transaction.objectStore("snapshots").get([id, key]);
    if (snapshot === undefined) throw new StorageFailure("damaged", `no snapshot ${key}`);
    const log = await transaction.objectStore("log").getAll(logRange(id, head.snapshot.revision, head.revision));
    const base = { revision: head.snapshot.revision, document: decoded(() => readDocument(snapshot.text)) };
    const known = replay(base, log);
    if (known.revision !== head.revision) throw new StorageFailure("damaged", `no revision ${known.revision + 1}`);
    return known;
  });
}

/** The newest revision, by way of the log alone where it reaches back to the one that is known. */
export async function catchUp(database: StepwireDatabase, known: DocumentRevision): Promise<DocumentRevision | null> {
  const { id } = known.document;
  const { head, log } = await read(database, ["documents", "log"], async (transaction) => ({
    head: await transaction.objectStore("documents").get(id),
    log: await transaction.objectStore("log").getAll(logRange(id, known.revision)),
  }));
  if (head?.revision === known.revision) return known;
  if (head === undefined || !isUnbroken(log, known.revision, head.revision)) return readLatest(database, id);
  return replay(known, log);
}

/** All heads, deleted documents too. */
export function readHeads(database: StepwireDatabase): Promise<DocumentRecord[]> {
  return read(database, ["documents"], (transaction) => transaction.objectStore("documents").getAll());
}

function replay(base: DocumentRevision, log: readonly LogRecord[]): DocumentRevision {
  if (log.length === 0) return base;
  let { revision } = base;
  let value: Value = asValue(base.document);
  for (const record of log) {
    if (record.revision !== revision + 1) throw new StorageFailure("damaged", `no revision ${revision + 1}`);
    const before = value;
    value = decoded(() => applyPatch(before, readPatch(record)));
    revision = record.revision;
  }
  return { revision, document: decoded(() => asDocument(value)) };
}

function decoded<Result>(decode: () => Result): Result {
  try {
    return decode();
  } catch (error) {
    throw new StorageFailure("damaged", error instanceof Error ? error.message : undefined, { cause: error });
  }
}
