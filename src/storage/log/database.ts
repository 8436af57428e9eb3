import { type IDBPDatabase, wrap } from "idb";
import { StorageFailure, toStorageFailure } from "./failure";
import { Patience } from "./patience";
import type { StepwireSchema } from "./records";

const databaseName = "stepwire";
/** The version of the stores themselves; what lies in them has its schema in each record (`migrations/`). */
const databaseVersion = 2;

export type StepwireDatabase = IDBPDatabase<StepwireSchema>;

/** A connection to storage that opens when first needed, and again after it was lost. What does not answer in time has failed. */
export class Connection {
  readonly #factory: IDBFactory | undefined;
  readonly #patience: Patience;
  #opening: Promise<StepwireDatabase> | null = null;
  #database: StepwireDatabase | null = null;

  constructor(factory: IDBFactory | undefined, patience: number) {
    this.#factory = factory;
    this.#patience = new Patience(patience);
  }

  /** The open database, if it is open now: for the moment in which a page is left and nothing can be awaited. */
  get database(): StepwireDatabase | null {
    return this.#database;
  }

  /** Runs an operation on the database; one that finds the connection gone lets the next one open it again. */
  async use<Result>(operation: (database: StepwireDatabase) => Promise<Result>): Promise<Result> {
    this.#opening ??= this.#open();
    const opening = this.#opening;
    try {
      return await this.#patience.wait(opening.then(operation));
    } catch (error) {
      if (this.#opening === opening && !isPending(error) && (this.#database === null || isConnectionGone(error))) {
        this.#reset();
      }
      throw error;
    }
  }

  close(): void {
    this.#database?.close();
    this.#reset();
  }

  #reset(): void {
    this.#opening = null;
    this.#database = null;
  }

  /** Rejects at once while another tab blocks an upgrade; its request stays, and the database is there when that tab is gone. */
  async #open(): Promise<StepwireDatabase> {
    if (this.#factory === undefined) throw new StorageFailure("unavailable");
    const request = openRequest(this.#factory);
    const opened = wrap(request).then((database) => this.#adopt(database as unknown as StepwireDatabase));
    return new Promise((resolve, reject) => {
      opened.then(resolve, (error: unknown) => reject(notOpened(error)));
      request.onblocked = () => reject(new StorageFailure("blocked"));
    });
  }

  #adopt(database: StepwireDatabase): StepwireDatabase {
    database.onversionchange = () => this.close();
    database.onclose = () => this.#reset();
    this.#database = database;
    this.#opening = Promise.resolve(database);
    return database;
  }
}

/** What is wrong with a storage that cannot even be opened; Chromium calls it unknown where it may keep nothing. */
function notOpened(error: unknown): StorageFailure {
  const failure = toStorageFailure(error);
  const { name, detail } = failure.problem;
  return name === "failed" ? new StorageFailure("unavailable", detail, { cause: error }) : failure;
}

function isConnectionGone(error: unknown): boolean {
  return error instanceof DOMException && error.name === "InvalidStateError";
}

/** The request to open it stays, and may be answered yet. */
function isPending(error: unknown): boolean {
  return error instanceof StorageFailure && ["blocked", "unanswered"].includes(error.problem.name);
}

function openRequest(factory: IDBFactory): IDBOpenDBRequest {
  const request = factory.open(databaseName, databaseVersion);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (request.transaction !== null) for (const upgrade of upgrades.slice(oldVersion)) upgrade(request.transaction);
  };
  return request;
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
