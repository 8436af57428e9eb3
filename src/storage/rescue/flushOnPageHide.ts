import type { Connection } from "../log/database";
import type { PendingSave } from "../log/records";
import { deletePendingSave, putPendingSave } from "./pendingSaves";

/** The pending save that a page left for a document, until the page has stored the document after all. */
export class PageHideFlush {
  readonly #connection: Connection;
  #left: PendingSave | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Puts aside what is not stored. Nothing is awaited: the page may be gone the next moment. */
  flush(pending: PendingSave | null): void {
    const database = this.#connection.database;
    if (pending === null || database === null) return;
    try {
      putPendingSave(database, pending);
      this.#left = pending;
    } catch {
      // The connection is going; the writer goes on trying for as long as the page lives.
    }
  }

  /** All is stored. A pending save that stays all the same is known to be old by the writes that came after it. */
  clear(): void {
    const left = this.#left;
    if (left === null) return;
    this.#left = null;
    this.#connection.use((database) => deletePendingSave(database, left.id, left.writer)).catch(() => undefined);
  }
}
