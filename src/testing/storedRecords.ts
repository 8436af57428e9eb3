/** What lies in a browser's storage, read and written without the storage of the product: as it is, whoever wrote it. */
export type StoredRecords = Readonly<Record<string, readonly unknown[]>>;

/** Key paths of the stores as version 1 of the database had them; `state` has none, so its records are pairs of key and value. */
const stores: readonly (readonly [name: string, keyPath: string[] | string | null])[] = [
  ["documents", "id"],
  ["log", ["id", "revision"]],
  ["versions", ["id", "key"]],
  ["snapshots", ["id", "key"]],
  ["farewells", ["id", "writer"]],
  ["state", null],
];

/** Makes the database of a Stepwire of before records carried schemas. */
export async function putOldDatabase(factory: IDBFactory, records: StoredRecords): Promise<void> {
  const request = factory.open("stepwire", 1);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of stores) request.result.createObjectStore(name, keyPath === null ? {} : { keyPath });
  };
  await putRecords(await done(request), records);
}

/** Puts records into stores that are there. */
export async function putRecords(database: IDBDatabase, records: StoredRecords): Promise<void> {
  const names = Object.keys(records);
  const transaction = database.transaction(names, "readwrite");
  for (const name of names) {
    for (const record of records[name] ?? []) {
      if (name === "state")
        transaction.objectStore(name).put((record as unknown[])[1], String((record as unknown[])[0]));
      else transaction.objectStore(name).put(record);
    }
  }
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/** All records of a database by store, in the version that it has. */
export async function storedRecords(factory: IDBFactory, name = "stepwire"): Promise<StoredRecords> {
  const database = await done(factory.open(name));
  const names = [...database.objectStoreNames];
  const records = names.map((store) => done(database.transaction(store).objectStore(store).getAll()));
  const read = await Promise.all(records);
  database.close();
  return Object.fromEntries(names.map((store, index) => [store, read[index] ?? []]));
}

/** The answer of a request. */
export function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
