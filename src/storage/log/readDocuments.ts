/** Reading documents back: a snapshot and the log after it. */
import type { Value } from "../../pipeline/definition/value";
import { currentSchema, migrateDocument } from "../migrations/migrate";
import { applyPatch } from "./applyPatch";
import type { StepwireDatabase } from "./database";
import { asDocument, asValue, readValue, withLaterMaps } from "./encodeDocument";
import { StorageFailure } from "./failure";
import type { Stored } from "./recordStore";
import { type DocumentRevision, documentStores, isUnbroken, type LogRecord, logRange, readPatch } from "./records";
import { read } from "./transactions";
import { snapshotKey } from "./versions";

/** The newest revision of a document; null where none is stored. A deleted document can be read, too. */
export async function readLatest(database: StepwireDatabase, id: string): Promise<DocumentRevision | null> {
  return read(database, documentStores, async ({ documents, snapshots, log }) => {
    const head = await documents.get(id);
    if (head === undefined) return null;
    const key = snapshotKey(head.snapshot.revision);
    const snapshot = await snapshots.get([id, key]);
    if (snapshot === undefined) throw new StorageFailure("damaged", `no snapshot ${key}`);
    const edits = await log.getAll(logRange(id, head.snapshot.revision, head.revision));
    const { schema, text } = snapshot;
    const base = { revision: head.snapshot.revision, schema, value: decoded(() => readValue(text)) };
    const known = replay(base, edits);
    if (known.revision !== head.revision) throw new StorageFailure("damaged", `no revision ${known.revision + 1}`);
    return known;
  });
}

/** The newest revision, by way of the log alone where it reaches back to the one that is known. */
export async function catchUp(database: StepwireDatabase, known: DocumentRevision): Promise<DocumentRevision | null> {
  const { id } = known.document;
  const { head, edits } = await read(database, ["documents", "log"], async ({ documents, log }) => ({
    head: await documents.get(id),
    edits: await log.getAll(logRange(id, known.revision)),
  }));
  if (head?.revision === known.revision) return known;
  if (head === undefined || !isUnbroken(edits, known.revision, head.revision)) return readLatest(database, id);
  return replay({ revision: known.revision, schema: currentSchema, value: asValue(known.document) }, edits);
}

/** All heads, deleted documents too; apart from them those that a newer Stepwire wrote. */
export function readHeads(database: StepwireDatabase) {
  return read(database, ["documents"], ({ documents }) => documents.getAllBySchema());
}

/** What the log goes on from: a document as a value, of the schema that it was written in. */
interface Base {
  readonly revision: number;
  readonly schema: number;
  readonly value: Value;
}

function replay(base: Base, edits: readonly Stored<LogRecord>[]): DocumentRevision {
  const { revision, schema, value } = edits.reduce(applyEdit, base);
  return { revision, document: decoded(() => asDocument(migrateDocument(value, schema))) };
}

/** A patch fits documents of its own schema alone, so the document is brought there first. */
function applyEdit({ revision, schema, value }: Base, edit: Stored<LogRecord>): Base {
  if (edit.revision !== revision + 1) throw new StorageFailure("damaged", `no revision ${revision + 1}`);
  if (edit.schema < schema) throw new StorageFailure("damaged", `revision ${edit.revision} is of an older schema`);
  const before = () => withLaterMaps(migrateDocument(value, schema, edit.schema));
  return { ...edit, value: decoded(() => applyPatch(before(), readPatch(edit))) };
}

function decoded<Result>(decode: () => Result): Result {
  try {
    return decode();
  } catch (error) {
    throw new StorageFailure("damaged", error instanceof Error ? error.message : undefined, { cause: error });
  }
}
