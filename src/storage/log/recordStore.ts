import { currentSchema, migrateRecord, schemaOf } from "../migrations/migrate";
import { StorageFailure } from "./failure";

/** The part of an object store that is used, of whatever form the records in it are. */
interface ObjectStore {
  get(key: IDBValidKey): Promise<unknown>;
  getAll(range?: IDBKeyRange): Promise<unknown[]>;
  put(record: object, key?: IDBValidKey): Promise<unknown>;
  add(record: object): Promise<unknown>;
  delete(key: IDBValidKey | IDBKeyRange): Promise<unknown>;
  count(): Promise<number>;
}

/** A record with the number of the schema that it was written in: the one of the document that it may hold. */
export type Stored<Entry> = Entry & { readonly schema: number };

/**
 * A store of one transaction. Whatever is read of it is of today's shape, whatever is written carries today's number; what a newer
 * Stepwire wrote is neither read nor written.
 */
export class RecordStore<Entry extends object> {
  private readonly store: ObjectStore;

  constructor(
    transaction: { objectStore(name: never): unknown },
    private readonly name: string,
  ) {
    this.store = transaction.objectStore(name as never) as ObjectStore;
  }

  /** Throws `newer` for a record of a newer schema, as `getAll` does. */
  async get(key: IDBValidKey): Promise<Stored<Entry> | undefined> {
    const record = await this.store.get(key);
    return record === undefined ? undefined : upToDate(record, this.name);
  }

  async getAll(range?: IDBKeyRange): Promise<Stored<Entry>[]> {
    return (await this.store.getAll(range)).map((record) => upToDate(record, this.name));
  }

  /** All that can be read, and apart from it what is of a newer schema, as it lies there. */
  async getAllBySchema(range?: IDBKeyRange): Promise<{ readonly known: Stored<Entry>[]; readonly newer: unknown[] }> {
    const records = await this.store.getAll(range);
    return {
      known: records.filter((record) => !isNewer(record)).map((record) => upToDate<Entry>(record, this.name)),
      newer: records.filter(isNewer),
    };
  }

  put(record: Entry, key?: IDBValidKey): Promise<unknown> {
    return this.store.put({ ...record, schema: currentSchema }, key);
  }

  add(record: Entry): Promise<unknown> {
    return this.store.add({ ...record, schema: currentSchema });
  }

  delete(key: IDBValidKey | IDBKeyRange): Promise<unknown> {
    return this.store.delete(key);
  }

  count(): Promise<number> {
    return this.store.count();
  }
}

/** A record as it lies in storage in today's shape; throws `newer` for one of a newer schema. */
export function upToDate<Entry>(record: unknown, store: string): Stored<Entry> {
  if (isNewer(record)) throw new StorageFailure("newer");
  return migrateRecord(record, store) as Stored<Entry>;
}

function isNewer(record: unknown): boolean {
  return schemaOf(record) > currentSchema;
}
