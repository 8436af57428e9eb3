/** What only a kill, a crash or a page that is left would show: how storage is asked, not what it answers. */
import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { FakeBrowser } from "../testing/fakeBrowser";
import { until } from "../testing/settled";

const blank = createDocument("d", "Churn");
const edited = (mark: number): PipelineDocument => ({ ...blank, definition: { Version: "2020-12-01", mark } });

interface Begun {
  readonly stores: readonly string[];
  readonly durability: string | undefined;
  isCommitted: boolean;
}

let begun: Begun[] = [];

beforeEach(() => {
  begun = [];
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
    this: IDBDatabase,
    stores,
    mode,
    options,
  ) {
    const made = transaction.call(this, stores, mode, options);
    if (mode !== "readwrite") return made;
    const one: Begun = { stores: [stores].flat() as string[], durability: options?.durability, isCommitted: false };
    begun.push(one);
    const { commit } = made;
    made.commit = () => {
      one.isCommitted = true;
      commit.call(made);
    };
    return made;
  });
});
afterEach(() => vi.restoreAllMocks());

async function opened(delay = 0) {
  const browser = new FakeBrowser();
  const tab = await browser.open(undefined, delay);
  const storage = await tab.library.openDocument(blank);
  await storage.flush();
  return { browser, ...tab, storage };
}

describe("what is said to be stored", () => {
  it("is on the disk: every write is asked to be strict, the second copy too", async () => {
    const { library, storage, page } = await opened();
    storage.save(edited(1));
    await storage.flush();
    await library.rename("d", "Renamed");
    await library.nameVersion("d", "first");
    await library.duplicate("d", "e");
    await library.remove("e");
    await library.restore("e");
    await library.rememberOpened("d");
    storage.save(edited(2));
    page.leave();
    await until(() => begun.some(({ stores }) => stores.includes("copies")));
    expect(begun.length).toBeGreaterThan(8);
    expect(begun.filter(({ durability }) => durability !== "strict")).toEqual([]);
  });
});

describe("a page that is left", () => {
  it("puts its document aside and commits at once: no answer reaches it any more", async () => {
    const { storage, page, browser } = await opened();
    begun = [];
    storage.save(edited(1));
    page.leave();
    expect(begun.map(({ stores, isCommitted }) => ({ stores, isCommitted }))).toContainEqual({
      stores: ["pendingSaves"],
      isCommitted: true,
    });
    expect(browser.localStorage.length).toBe(1);
  });

  it("stores what waits for more edits, when it only was hidden", async () => {
    const { storage, page, library } = await opened(1_000_000);
    storage.save(edited(1));
    page.leave();
    await until(() => storage.status.state === "saved");
    expect(await library.read("d")).toEqual(edited(1));
  });
});

describe("a snapshot", () => {
  it("leaves the log back to the snapshot before it: who follows, and what a page left, goes on from there", async () => {
    const { storage, browser } = await opened();
    for (let mark = 1; mark <= 120; mark++) {
      storage.save(edited(mark));
      await storage.flush();
    }
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = browser.factory.open("stepwire");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const request = database.transaction("log").objectStore("log").getAll();
    const log = await new Promise<{ readonly revision: number }[]>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const { status } = storage;
    const newest = status.state === "saved" ? status.revision : 0;
    const revisions = log.map(({ revision }) => revision);
    expect(revisions.length).toBeGreaterThanOrEqual(50);
    expect(revisions).toEqual(Array.from({ length: revisions.length }, (_, i) => newest - revisions.length + 1 + i));
    database.close();
  });
});
