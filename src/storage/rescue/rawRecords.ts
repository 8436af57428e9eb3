import type { StepwireDatabase } from "../log/database";
import { documentStores, ofDocument } from "../log/records";

/** What lies in storage of a document, read by nothing that could stumble over it. */
export async function rawRecords(database: StepwireDatabase, id: string): Promise<string> {
  const transaction = database.transaction(documentStores);
  transaction.done.catch(() => undefined);
  const found = new Map<string, unknown>();
  for (const name of documentStores) {
    const range = name === "documents" ? IDBKeyRange.only(id) : ofDocument(id);
    found.set(name, await transaction.objectStore(name).getAll(range as never));
  }
  return JSON.stringify(Object.fromEntries(found), null, 2);
}
