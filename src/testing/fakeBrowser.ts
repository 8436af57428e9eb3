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
  readonly channels = new FakeChannels();
  readonly locks: FakeLocks | undefined;
  #names = 0;
  #time = 0;

  constructor({ withLocks = true }: { readonly withLocks?: boolean } = {}) {
    this.locks = withLocks ? new FakeLocks() : undefined;
  }

  async open(indexedDB: IDBFactory | undefined = this.factory): Promise<FakeTab> {
    const page = new FakePage();
    const channel = this.channels.open();
    const memory = new Map<string, string>();
    const library = await openLibrary({
      indexedDB,
      buckets: this.buckets,
      locks: this.locks,
      channel,
      page,
      tab: { getItem: (key) => memory.get(key) ?? null, setItem: (key, value) => void memory.set(key, value) },
      now: () => ++this.#time,
      countSteps: ({ definition }) => listSteps(definition).length,
      newName: () => `name${++this.#names}`,
      timing: { delay: 0, retryAfter: () => 1, lease: 5, answer: 30, handover: 30, copy: 0 },
    });
    return { library, page, channel };
  }
}
