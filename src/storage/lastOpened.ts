import type { Connection } from "./log/database";
import { read, write } from "./log/transactions";

const key = "stepwire-opened";

/** Which document a reload, and which one a new tab opens with. */
export class LastOpened {
  constructor(
    private readonly connection: Connection,
    private readonly tab: Pick<Storage, "getItem" | "setItem"> | undefined,
  ) {}

  /** Remembers a document, or null for the start page. Failing to is no loss worth a word. */
  async write(id: string | null): Promise<void> {
    try {
      this.tab?.setItem(key, id ?? "");
      await this.connection.use((database) =>
        write(database, ["state"], ({ state }) => state.put({ value: id ?? "" }, key)),
      );
    } catch {
      // The next reload opens the start page.
    }
  }

  /** This tab's document, else the last of any tab; null for the start page, and for a document that is gone. */
  async read(): Promise<string | null> {
    try {
      const ofTab = this.tab?.getItem(key) ?? null;
      return await this.connection.use((database) =>
        read(database, ["state", "documents"], async ({ state, documents }) => {
          const id = ofTab ?? (await state.get(key))?.value ?? "";
          const head = id === "" ? undefined : await documents.get(id);
          return head === undefined || head.deletedAt !== null ? null : id;
        }),
      );
    } catch {
      return null;
    }
  }
}
