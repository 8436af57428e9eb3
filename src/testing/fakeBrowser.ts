/** A browser for document storage: one storage, one set of locks, as many tabs as a test opens. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { listSteps } from "../pipeline/graph/stepTree";
import type { Library } from "../storage/library";
import { openLibrary } from "../storage/openLibrary";
import type { PageLike } from "../storage/rescue/pageEvents";
import type { StorageBucketsLike } from "../storage/rescue/secondCopy";
import type { FakeChannel } from "./fakeChannel";
import { FakeChannels } from "./fakeChannel";
import { FakeLocks } from "./fakeLocks";

export interface FakeTab {
  readonly library: Library;
  readonly page: FakePage;
  readonly channel: FakeChannel;
}

export class FakePage extends EventTarget implements PageLike {
  document = { visibilityState: "visible" };
  leave(): void {
    this.dispatchEvent(new Event("pagehide"));
  }
}

/** What is kept by a key and lost with the tab, or with the browser. */
class FakeStorage implements Storage {
  readonly #texts = new Map<string, string>();
  get length(): number {
    return this.#texts.size;
  }
  key(index: number): string | null {
    return [...this.#texts.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.#texts.get(key) ?? null;
  }
  setItem(key: string, text: string): void {
    this.#texts.set(key, text);
  }
  removeItem(key: string): void {
    this.#texts.delete(key);
  }
  clear(): void {
    this.#texts.clear();
  }
}

class FakeBuckets implements StorageBucketsLike {
  readonly #bucket = { indexedDB: new IDBFactory() };
  async open(): Promise<{ readonly indexedDB: IDBFactory }> {
    return this.#bucket;
  }
}

export class FakeBrowser {
  readonly factory = new IDBFactory();
  /** Storage of its own, which outlives the loss of the other. */
  readonly buckets = new FakeBuckets();
  readonly localStorage = new FakeStorage();
  readonly channels = new FakeChannels();
  readonly locks: FakeLocks | undefined;
  #names = 0;
  #time = 0;

  constructor({ withLocks = true }: { readonly withLocks?: boolean } = {}) {
    this.locks = withLocks ? new FakeLocks() : undefined;
  }

  async open(
    indexedDB: IDBFactory | undefined = this.factory,
    delay = 0,
    pauses?: () => () => Promise<void>,
  ): Promise<FakeTab> {
    const page = new FakePage();
    const channel = this.channels.open();
    const library = await openLibrary({
      indexedDB,
      buckets: this.buckets,
      locks: this.locks,
      channel,
      page,
      localStorage: this.localStorage,
      tab: new FakeStorage(),
      now: () => ++this.#time,
      countSteps: ({ definition }) => listSteps(definition).length,
      newName: () => `name${++this.#names}`,
      pauses,
      timing: { delay, retryAfter: () => 1, lease: 5, answer: 30, handover: 30, copy: 0 },
    });
    return { library, page, channel };
  }
}
