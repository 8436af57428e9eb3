/** Makes IndexedDB fail, call by call. Works on the prototypes that `fake-indexeddb/auto` puts in place. */
import "fake-indexeddb/auto";

/** Refused at once; the answer is an error, which ends the transaction; the transaction fails when it is to be stored. */
export const faultKinds = ["throws", "errors", "aborts"] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Faults {
  /** Decides for each call, by its number from 1 on and its name, whether and how it fails. */
  fails: (call: number, name: string) => FaultKind | null;
  calls: number;
  /** Calls that failed. */
  failed: number;
  restore(): void;
}

const storeMethods = ["get", "getAll", "put", "add", "delete"] as const;

/** Puts faults under every storage call until `restore`. */
export function injectFaults(fails: Faults["fails"]): Faults {
  const factoryOpen = IDBFactory.prototype.open;
  const begin = IDBDatabase.prototype.transaction;
  const methods = storeMethods.map((name) => [name, IDBObjectStore.prototype[name]] as const);
  const faults: Faults = {
    fails,
    calls: 0,
    failed: 0,
    restore() {
      IDBFactory.prototype.open = factoryOpen;
      IDBDatabase.prototype.transaction = begin;
      for (const [name, method] of methods) Object.assign(IDBObjectStore.prototype, { [name]: method });
    },
  };
  function next(name: string): FaultKind | null {
    faults.calls++;
    const kind = faults.fails(faults.calls, name);
    if (kind !== null) faults.failed++;
    return kind;
  }

  IDBFactory.prototype.open = function (this: IDBFactory, ...parameters) {
    if (next("open") !== null) throw new DOMException("No access", "SecurityError");
    return factoryOpen.apply(this, parameters);
  };
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...parameters) {
    // The upgrade's own transaction is begun by the browser, not by the page.
    const isOurs: boolean = `${parameters[1]}` !== "versionchange";
    if (isOurs && next("transaction") !== null)
      throw new DOMException("The connection is closing", "InvalidStateError");
    return begin.apply(this, parameters);
  };
  for (const [name, method] of methods) {
    const faulty = function (this: IDBObjectStore, ...parameters: unknown[]): IDBRequest {
      const kind = next(name);
      if (kind === "throws") throw new DOMException("Out of room", "QuotaExceededError");
      const request: IDBRequest = Reflect.apply(method, this, parameters);
      if (kind === "errors") this.transaction.abort();
      if (kind === "aborts") request.addEventListener("success", () => this.transaction.abort());
      return request;
    };
    Object.assign(IDBObjectStore.prototype, { [name]: faulty });
  }
  return faults;
}
