/**
 * Every document once more, in a storage bucket: a database in files of its own. Killed while it writes, Chromium now and then finds
 * its files damaged at a later start and throws the whole storage away (seen in 2 of 397 rounds of kill -9); the bucket is another
 * storage to it. The log stays what counts: this is read only when nothing else is left.
 */
import { type DBSchema, type IDBPDatabase, wrap } from "idb";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { createStored } from "../log/appendEdit";
import type { StepwireDatabase } from "../log/database";
import { printDocument, printInSlices, readDocument } from "../log/encodeDocument";
import type { WriteContext } from "../log/nextRevision";
import { Patience } from "../log/patience";
import { RecordStore } from "../log/recordStore";
import { read } from "../log/transactions";

interface CopyRecord {
  readonly id: string;
  readonly text: string;
  /** When it was copied, to be shown; copies of before this was noted have none. */
  readonly copiedAt?: number;
}

/** What a document was when it was last copied. */
export interface Copied {
  readonly document: PipelineDocument;
  readonly copiedAt: number | null;
}

interface CopySchema extends DBSchema {
  copies: { key: string; value: CopyRecord };
}
type CopyDatabase = IDBPDatabase<CopySchema>;

interface StorageBucketLike {
  readonly indexedDB: IDBFactory;
}

export interface StorageBucketsLike {
  open(name: string): Promise<StorageBucketLike>;
}

interface Opened {
  readonly database: CopyDatabase;
  /** Held, though nobody asks it: when Chromium has collected the bucket, writes of more than about 64 kB to its databases never end. */
  readonly bucket: StorageBucketLike;
}

/** Writes behind the log, and never fails for it: where there are no buckets, there is no second copy. */
export class SecondCopy {
  private readonly waiting = new Map<string, PipelineDocument>();
  private readonly patience: Patience;
  private opening: Promise<Opened | null> | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private since: ReturnType<typeof setTimeout> | undefined;

  /** `delay`: how long a document waits for its next edit, in milliseconds; for all of them together it waits ten times as long. */
  constructor(
    private readonly buckets: StorageBucketsLike | undefined,
    private readonly delay: number,
    patience: number,
    private readonly now: () => number,
    private readonly pauses: WriteContext["pauses"],
  ) {
    this.patience = new Patience(patience);
  }

  /** Copies a document that was just stored, soon. */
  schedule(document: PipelineDocument): void {
    if (this.buckets === undefined) return;
    this.waiting.set(document.id, document);
    this.since ??= setTimeout(() => this.writeNow(), this.delay * 10);
    // To print a whole document takes a while, so it is left until the typing pauses.
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.writeNow(), this.delay);
  }

  /** A deleted document does not come back. */
  async delete(id: string): Promise<void> {
    this.waiting.delete(id);
    await this.use(async (database) => {
      const transaction = database.transaction("copies", "readwrite", { durability: "strict" });
      await Promise.all([transaction.objectStore("copies").delete(id), transaction.done]);
    });
  }

  /** All that was copied and can be read; what a newer Stepwire copied waits for it. */
  async readAll(): Promise<readonly PipelineDocument[]> {
    const records = await this.use((database) => {
      const transaction = database.transaction("copies");
      // Whatever fails it fails the reading, which reports it; unhandled here it would be reported twice.
      transaction.done.catch(() => undefined);
      return new RecordStore<CopyRecord>(transaction, "copies").getAllBySchema();
    });
    return (records?.known ?? []).flatMap((record) => {
      try {
        return [readDocument(record)];
      } catch {
        return [];
      }
    });
  }

  /** One document's copy; null where there is none, or none that can be read. */
  async read(id: string): Promise<Copied | null> {
    return this.use(async (database) => {
      const transaction = database.transaction("copies");
      transaction.done.catch(() => undefined);
      const record = await new RecordStore<CopyRecord>(transaction, "copies").get(id);
      return record === undefined ? null : { document: readDocument(record), copiedAt: record.copiedAt ?? null };
    });
  }

  close(): void {
    this.stopTimers();
    void this.opening?.then((opened) => opened?.database.close());
    this.opening = null;
  }

  private stopTimers(): void {
    clearTimeout(this.pause);
    clearTimeout(this.since);
    this.since = undefined;
  }

  private writeNow(): void {
    this.stopTimers();
    void this.write();
  }

  private async write(): Promise<void> {
    const records: CopyRecord[] = [];
    for (const document of [...this.waiting.values()]) {
      const { id } = document;
      const text = this.pauses === undefined ? printDocument(document) : await printInSlices(document, this.pauses());
      // One that was edited or deleted meanwhile is not copied as it was.
      if (this.waiting.get(id) !== document) continue;
      this.waiting.delete(id);
      records.push({ id, text, copiedAt: this.now() });
    }
    if (records.length === 0) return;
    await this.use(async (database) => {
      const transaction = database.transaction("copies", "readwrite", { durability: "strict" });
      const copies = new RecordStore<CopyRecord>(transaction, "copies");
      await Promise.all([...records.map((record) => copies.put(record)), transaction.done]);
    });
  }

  private async use<Result>(operation: (database: CopyDatabase) => Promise<Result>): Promise<Result | null> {
    if (this.buckets === undefined) return null;
    this.opening ??= open(this.buckets).catch(() => null);
    const { opening } = this;
    try {
      return await this.patience.wait(opening.then((opened) => (opened === null ? null : operation(opened.database))));
    } catch {
      return null;
    }
  }
}

async function open(buckets: StorageBucketsLike): Promise<Opened> {
  const bucket = await buckets.open("stepwire-second-copy");
  const request = bucket.indexedDB.open("stepwire-second-copy", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("copies", { keyPath: "id" });
  const database = (await wrap(request)) as unknown as CopyDatabase;
  database.onversionchange = () => database.close();
  return { database, bucket };
}

/** Fills an empty storage from the second copy, and answers how many documents came back. */
export async function restoreFromCopy(
  database: StepwireDatabase,
  copy: SecondCopy,
  context: WriteContext,
): Promise<number> {
  const stored = await read(database, ["documents"], ({ documents }) => documents.count());
  if (stored > 0) return 0;
  const documents = await copy.readAll();
  for (const document of documents) await createStored(database, document, context);
  return documents.length;
}
