/** What the start page does with documents that are not open. */
import type { DocumentSummary } from "./library";
import { appendEdit } from "./log/appendEdit";
import type { StepwireDatabase } from "./log/database";
import { StorageFailure } from "./log/failure";
import type { WriteContext } from "./log/nextRevision";
import { readHeads, readLatest } from "./log/readDocuments";
import { type DocumentRecord, type DocumentRevision, documentStores, ofDocument } from "./log/records";
import { requestAll, write } from "./log/transactions";

/** So many deleted documents can be restored. */
const keptDeleted = 20;

export async function summaries(database: StepwireDatabase): Promise<DocumentSummary[]> {
  const { known, newer } = await readHeads(database);
  const all = [...known.map(summary), ...newer.map(summaryOfNewer)];
  return all.sort((left, right) => right.changedAt - left.changedAt);
}

function summary({ id, name, steps, changedAt, deletedAt }: DocumentRecord): DocumentSummary {
  return { id, name, steps, changedAt, deleted: deletedAt !== null };
}

/** What can be said of a document that a newer Stepwire wrote, as far as its head still looks like one of ours. */
function summaryOfNewer(record: unknown): DocumentSummary {
  const { id, name, changedAt, deletedAt } = record as Partial<DocumentRecord>;
  return {
    id: String(id),
    name: typeof name === "string" ? name : String(id),
    steps: null,
    changedAt: typeof changedAt === "number" ? changedAt : 0,
    deleted: typeof deletedAt === "number",
  };
}

export async function readStored(database: StepwireDatabase, id: string): Promise<DocumentRevision> {
  const known = await readLatest(database, id);
  if (known === null) throw new StorageFailure("missing");
  return known;
}

/** Renames what is stored; a tab that edits the document follows. */
export async function renameStored(
  database: StepwireDatabase,
  id: string,
  name: string,
  context: WriteContext,
): Promise<DocumentRevision> {
  const base = await readStored(database, id);
  const document = { ...base.document, name };
  try {
    return await appendEdit(database, { base, document, write: context.newName(), cause: "rename" }, context);
  } catch (error) {
    // A tab that edits it was first: the rename goes after its edit.
    if (!(error instanceof StorageFailure) || error.problem.name !== "conflict") throw error;
    return renameStored(database, id, name, context);
  }
}

/** A name that no listed document has: `Churn-copy`, `Churn-copy-2`. */
export function freeCopyName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const ending = count === 1 ? "-copy" : `-copy-${count}`;
    const free = `${name.slice(0, 256 - ending.length)}${ending}`;
    if (!taken.has(free)) return free;
  }
}

/** Marks a document as deleted, and lets go of those deleted long before it. */
export async function removeStored(database: StepwireDatabase, id: string, now: number): Promise<void> {
  await write(database, documentStores, async ({ documents, ...others }) => {
    const { known } = await documents.getAllBySchema();
    const head = await documents.get(id);
    if (head === undefined) throw new StorageFailure("missing");
    const gone = known
      .filter((each) => each.deletedAt !== null && each.id !== id)
      .sort((left, right) => (right.deletedAt ?? 0) - (left.deletedAt ?? 0))
      .slice(keptDeleted);
    await requestAll([
      () => documents.put({ ...head, deletedAt: now }),
      ...gone.flatMap(({ id: old }) => [
        () => documents.delete(old),
        ...Object.values(others).map((store) => () => store.delete(ofDocument(old))),
      ]),
    ]);
  });
}

export async function restoreStored(database: StepwireDatabase, id: string): Promise<void> {
  await write(database, documentStores, async ({ documents }) => {
    const head = await documents.get(id);
    if (head === undefined) throw new StorageFailure("missing");
    await documents.put({ ...head, deletedAt: null });
  });
}
