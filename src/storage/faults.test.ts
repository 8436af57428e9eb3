import { afterEach, describe, expect, it } from "vitest";
import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { FakeBrowser } from "../testing/fakeBrowser";
import { type FaultKind, type Faults, faultKinds, injectFaults } from "../testing/faultyStorage";
import { noteFaults } from "../testing/fullTier";
import { until } from "../testing/settled";
import { printDocument } from "./log/encodeDocument";

const blank = createDocument("d", "Churn");
const edited = (mark: number): PipelineDocument => ({
  ...blank,
  definition: { Version: "2020-12-01", mark, text: "x".repeat(mark % 7 === 0 ? 9000 : 10) },
});

let faults: Faults | null = null;
afterEach(() => {
  faults?.restore();
  faults = null;
});

/** Runs without the faults, as another browser process would look at the disk. */
async function stored(browser: FakeBrowser): Promise<string | null> {
  const fails = faults?.fails ?? (() => null);
  const calls = faults?.calls ?? 0;
  if (faults !== null) faults.fails = () => null;
  const { library, channel } = await browser.open();
  const text = await library.read("d").then(printDocument, () => null);
  browser.channels.silence(channel);
  library.close();
  if (faults !== null) Object.assign(faults, { fails, calls });
  return text;
}

/** An open document in which every "saved" is held against the disk; answers how many storage calls it took. */
async function edits(fails: Faults["fails"]): Promise<number> {
  const browser = new FakeBrowser();
  faults = injectFaults(fails);
  const { library } = await browser.open();
  const storage = await library.openDocument(blank);
  for (let i = 1; i <= 12; i++) {
    storage.save(edited(i));
    const outcome = await storage.flush().then(
      () => "stored",
      () => "not stored",
    );
    if (outcome === "stored") {
      expect(await stored(browser)).toBe(printDocument(edited(i)));
    } else {
      expect(storage.status.state).not.toBe("saved");
      expect(storage.document).toEqual(edited(i));
    }
  }
  await until(() => storage.status.state === "saved");
  expect(await stored(browser)).toBe(printDocument(edited(12)));
  expect((await library.listVersions("d").catch(() => [])).filter(({ kind }) => kind === "recovered")).toEqual([]);
  const { calls } = faults;
  storage.abandon();
  faults.restore();
  return calls;
}

describe("when storage fails", () => {
  it.each(faultKinds)("at any one call (%s), no edit is lost in silence", async (kind: FaultKind) => {
    const calls = await edits(() => null);
    expect(calls).toBeGreaterThan(40);
    for (let n = 1; n <= calls; n++) await edits((call) => (call === n ? kind : null));
    noteFaults(`edits lost in silence when one storage call fails (${kind}), each in turn`, 0, calls);
  });

  it.each(faultKinds)("at every third call (%s), no edit is lost in silence", async (kind: FaultKind) => {
    await edits((call) => (call % 3 === 0 && call < 200 ? kind : null));
  });

  it("for want of room, says so, keeps the document, and stores it once there is room", async () => {
    const browser = new FakeBrowser();
    const { library } = await browser.open();
    const storage = await library.openDocument(blank);
    await storage.flush();
    faults = injectFaults((_, name) => (name === "put" ? "throws" : null));
    storage.save(edited(1));
    await expect(storage.flush()).rejects.toMatchObject({ problem: { kind: "storage", name: "quota" } });
    expect(storage.status).toMatchObject({
      state: "unsaved",
      reason: { name: "quota", message: "the browser's storage is full" },
    });
    await expect(storage.close()).rejects.toMatchObject({ problem: { name: "quota" } });
    storage.save(edited(2));
    expect(storage.document).toEqual(edited(2));
    expect(await library.read("d")).toEqual(blank);
    faults.fails = () => null;
    await until(() => storage.status.state === "saved");
    expect(await stored(browser)).toBe(printDocument(edited(2)));
  });

  it("from the start, a new document can be edited all the same", async () => {
    const browser = new FakeBrowser();
    faults = injectFaults((_, name) => (name === "open" ? "throws" : null));
    const { library } = await browser.open();
    await expect(library.list()).rejects.toMatchObject({ problem: { name: "unavailable" } });
    expect(await library.lastOpened()).toBeNull();
    const storage = await library.openDocument(blank);
    storage.save(edited(1));
    await until(() => storage.status.state === "unsaved");
    expect(storage.document).toEqual(edited(1));
    faults.fails = () => null;
    await until(() => storage.status.state === "saved");
    expect(await stored(browser)).toBe(printDocument(edited(1)));
  });

  it("by losing its connection, it is opened again", async () => {
    const browser = new FakeBrowser();
    const { library } = await browser.open();
    const storage = await library.openDocument(blank);
    await storage.flush();
    let isGone = true;
    faults = injectFaults((_, name) => (isGone && name === "transaction" ? "throws" : null));
    storage.save(edited(1));
    await until(() => storage.status.state === "unsaved");
    isGone = false;
    await until(() => storage.status.state === "saved");
    expect(await stored(browser)).toBe(printDocument(edited(1)));
  });

  it("because all was cleared, the open document is stored again as a whole", async () => {
    const browser = new FakeBrowser();
    const { library } = await browser.open();
    const storage = await library.openDocument(blank);
    await storage.flush();
    await new Promise<void>((resolve, reject) => {
      const request = browser.factory.deleteDatabase("stepwire");
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
    storage.save(edited(1));
    await until(() => storage.status.state === "saved");
    expect(await stored(browser)).toBe(printDocument(edited(1)));
  });
});

describe("when the page is left with an edit on its way", () => {
  /** From here on only what was handed over at once, without an answer, still arrives. */
  const leaving = (_: number, name: string): FaultKind | null =>
    name === "get" || name === "getAll" ? "errors" : null;

  it("the edit is there when it is opened again", async () => {
    const browser = new FakeBrowser();
    const { library, page } = await browser.open();
    const storage = await library.openDocument(blank);
    await storage.flush();
    storage.save(edited(1));
    faults = injectFaults(leaving);
    page.leave();
    storage.abandon();
    await until(() => (faults?.calls ?? 0) >= 3);
    faults.restore();
    faults = null;
    const again = await (await browser.open()).library.openDocument("d");
    expect(again.document).toEqual(edited(1));
    expect(await stored(browser)).toBe(printDocument(edited(1)));
  });

  it("and IndexedDB takes nothing any more, the edit is there all the same, once", async () => {
    const browser = new FakeBrowser();
    const { library, page } = await browser.open();
    const storage = await library.openDocument(blank);
    await storage.flush();
    storage.save(edited(1));
    faults = injectFaults(() => "throws");
    page.leave();
    storage.abandon();
    faults.restore();
    faults = null;
    const other = (await browser.open()).library;
    const again = await other.openDocument("d");
    expect(again.document).toEqual(edited(1));
    again.save(edited(2));
    await again.close();
    expect((await other.openDocument("d")).document).toEqual(edited(2));
    expect(browser.localStorage.length).toBe(0);
    expect((await other.listVersions("d")).filter(({ kind }) => kind === "recovered")).toEqual([]);
  });

  it("and is stored meanwhile, it is stored once", async () => {
    const browser = new FakeBrowser();
    const { library, page } = await browser.open();
    const storage = await library.openDocument(blank);
    await storage.flush();
    storage.save(edited(1));
    page.leave();
    await storage.flush();
    storage.save(edited(2));
    await storage.close();
    const there = (await browser.open()).library;
    const again = await there.openDocument("d");
    expect(again.document).toEqual(edited(2));
    expect((await there.listVersions("d")).filter(({ kind }) => kind === "recovered")).toEqual([]);
  });

  it("and it is renamed on the start page, both are kept", async () => {
    const browser = new FakeBrowser();
    const { library, page } = await browser.open();
    const storage = await library.openDocument(blank);
    await storage.flush();
    faults = injectFaults(leaving);
    storage.save(edited(1));
    page.leave();
    storage.abandon();
    await until(() => (faults?.calls ?? 0) >= 3);
    faults.restore();
    faults = null;
    const other = await browser.open();
    await other.library.rename("d", "Renamed");
    const again = await other.library.openDocument("d");
    expect(again.document).toEqual({ ...edited(1), name: "Renamed" });
  });
});
