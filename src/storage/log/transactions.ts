/** How storage is read and written: every failure of a transaction reaches who asked for it, and nobody else. */
import type { IDBPTransaction, StoreNames } from "idb";
import type { StepwireDatabase } from "./database";
import type { StepwireSchema } from "./records";

type Stores = readonly StoreNames<StepwireSchema>[];
export type Transaction<Held extends Stores, Mode extends IDBTransactionMode> = IDBPTransaction<
  StepwireSchema,
  Held,
  Mode
>;

/** One view of some stores. */
export async function read<const Held extends Stores, Result>(
  database: StepwireDatabase,
  stores: Held,
  operation: (transaction: Transaction<Held, "readonly">) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(stores);
  // What fails in it fails the operation as well; here it would be heard twice.
  transaction.done.catch(() => undefined);
  return operation(transaction);
}

/** One strict transaction: what it answers counts only once everything in it is on the disk. */
export async function write<const Held extends Stores, Result>(
  database: StepwireDatabase,
  stores: Held,
  operation: (transaction: Transaction<Held, "readwrite">) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(stores, "readwrite", { durability: "strict" });
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

/** Sends several requests at once. One that is refused at once does not leave the others unheard. */
export async function requestAll(requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(requests.map(async (request) => request()));
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
