import { type IDBPDatabase, wrap } from "idb";
import { StorageFailure } from "./failure";
import type { StepwireSchema } from "./records";

export const databaseName = "stepwire";
/** The version of the stores themselves; what lies in them has its schema in each record (`migrations/`). */
const databaseVersion = 2;

export type StepwireDatabase = IDBPDatabase<StepwireSchema>;

/** A connection to storage that opens when first needed, and again after it was lost. */
export class Connection {
  readonly #factory: IDBFactory | undefined;
  #opening: Promise<StepwireDatabase> | null = null;
  #database: StepwireDatabase | null = null;

  constructor(factory: IDBFactory | undefined) {
    this.#factory = factory;
  }

  /** The open database, if it is open now: for the moment in which a page is left and nothing can be awaited. */
  get now(): StepwireDatabase | null {
    return this.#database;
  }

  /** Runs an operation on the database; one that finds the connection gone lets the next one open it anew. */
  async use<Result>(operation: (database: StepwireDatabase) => Promise<Result>): Promise<Result> {
    this.#opening ??= this.#open();
    const opening = this.#opening;
    try {
      return await operation(await opening);
    } catch (error) {
      if (this.#opening === opening && (this.#database === null || isConnectionGone(error))) this.#forget();
      throw error;
    }
  }

  close(): void {
    this.#database?.close();
    this.#forget();
  }

  #forget(): void {
    this.#opening = null;
    this.#database = null;
  }

  async #open(): Promise<StepwireDatabase> {
    if (this.#factory === undefined) throw new StorageFailure("unavailable");
    const database = await openDatabase(this.#factory);
    database.onversionchange = () => this.close();
    database.onclose = () => this.#forget();
    this.#database = database;
    return database;
  }
}

function isConnectionGone(error: unknown): boolean {
  return error instanceof DOMException && error.name === "InvalidStateError";
}

async function openDatabase(factory: IDBFactory): Promise<StepwireDatabase> {
  const request = factory.open(databaseName, databaseVersion);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (request.transaction !== null) for (const upgrade of upgrades.slice(oldVersion)) upgrade(request.transaction);
  };
  return (await wrap(request)) as unknown as StepwireDatabase;
}

/**
 * Each leads from the version of its place in the list to the next. They run in the one transaction of an upgrade: all of it is done,
 * or, when the browser is killed meanwhile, none, and the next opening does it.
 */
const upgrades: readonly ((transaction: IDBTransaction) => void)[] = [
  ({ db }) => {
    db.createObjectStore("documents", { keyPath: "id" });
    db.createObjectStore("log", { keyPath: ["id", "revision"] });
    db.createObjectStore("versions", { keyPath: ["id", "key"] });
    db.createObjectStore("snapshots", { keyPath: ["id", "key"] });
    db.createObjectStore("farewells", { keyPath: ["id", "writer"] });
    db.createObjectStore("state");
  },
  // From here on records carry schemas; the new version keeps a Stepwire out that would not look at them.
  (transaction) => {
    transaction.objectStore("farewells").name = "pendingSaves";
  },
];
