import type { Connection } from "../log/database";
import type { PendingSave } from "../log/records";
import type { PendingMirror } from "./pendingMirror";
import { deletePendingSave, putPendingSave } from "./pendingSaves";

/** The pending save that a page left for a document, until the page has stored the document after all. */
export class PageHideFlush {
  private left: PendingSave | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly mirror: PendingMirror,
  ) {}

  /** Takes over what an earlier page left: it goes when this one has stored it. */
  adopt(pending: PendingSave): void {
    this.left = pending;
  }

  /** Puts aside what is not stored. Nothing is awaited: the page may be gone the next moment. */
  flush(pending: PendingSave | null): void {
    if (pending === null) return;
    const before = this.left;
    this.left = pending;
    if (this.mirror.put(pending) && before !== null && before.writer !== pending.writer) this.mirror.delete(before);
    try {
      if (this.connection.database !== null) putPendingSave(this.connection.database, pending);
    } catch {
      // The connection is going; the writer goes on trying for as long as the page lives.
    }
  }

  /** All is stored. A pending save that stays all the same is known to be old by the writes that came after it. */
  clear(): void {
    const left = this.left;
    if (left === null) return;
    this.left = null;
    this.mirror.delete(left);
    this.connection.use((database) => deletePendingSave(database, left.id, left.writer)).catch(() => undefined);
  }
}
