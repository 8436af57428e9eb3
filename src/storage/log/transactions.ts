/** How storage is read and written: every failure of a transaction reaches who asked for it, and nobody else. */
import type { StoreNames } from "idb";
import type { StepwireDatabase } from "./database";
import { RecordStore } from "./recordStore";
import type { StepwireSchema } from "./records";

type StoreName = StoreNames<StepwireSchema>;
export type WritableStores<Name extends StoreName> = {
  readonly [Each in Name]: RecordStore<StepwireSchema[Each]["value"]>;
};
type ReadableStores<Name extends StoreName> = {
  readonly [Each in Name]: Omit<RecordStore<StepwireSchema[Each]["value"]>, "put" | "add" | "delete">;
};

/** One view of some stores. */
export async function read<Name extends StoreName, Result>(
  database: StepwireDatabase,
  names: readonly Name[],
  operation: (stores: ReadableStores<Name>) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(names);
  // Whatever fails it fails the operation, which reports it; unhandled here it would be reported twice.
  transaction.done.catch(() => undefined);
  return operation(storesOf(transaction, names));
}

/** One strict transaction: what it answers counts only once everything in it is on the disk. */
export async function write<Name extends StoreName, Result>(
  database: StepwireDatabase,
  names: readonly Name[],
  operation: (stores: WritableStores<Name>) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(names, "readwrite", { durability: "strict" });
  transaction.done.catch(() => undefined);
  let result: Result;
  try {
    result = await operation(storesOf(transaction, names));
  } catch (error) {
    abort(transaction);
    throw transaction.error ?? error;
  }
  await transaction.done;
  return result;
}

/** Sends several requests at once. When one throws at once, the failures of the others are handled all the same. */
export async function requestAll(requests: readonly (() => Promise<unknown>)[]): Promise<void> {
  await Promise.all(requests.map(async (request) => request()));
}

function storesOf<Name extends StoreName>(
  transaction: { objectStore(name: never): unknown },
  names: readonly Name[],
): WritableStores<Name> {
  return Object.fromEntries(names.map((name) => [name, new RecordStore(transaction, name)])) as WritableStores<Name>;
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
