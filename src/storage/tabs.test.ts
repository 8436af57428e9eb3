import { describe, expect, it } from "vitest";
import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { FakeBrowser, type FakeTab } from "../testing/fakeBrowser";
import { injectFaults } from "../testing/faultyStorage";
import { until } from "../testing/settled";
import type { DocumentStorage } from "./documentStorage";

const blank = createDocument("d", "Churn");
const edited = (mark: number): PipelineDocument => ({ ...blank, definition: { Version: "2020-12-01", mark } });
const markOf = (document: PipelineDocument) => document.definition;

async function twoTabs(options: { withLocks?: boolean } = {}) {
  const browser = new FakeBrowser(options);
  const [first, second] = [await browser.open(), await browser.open()];
  await first.library.create(blank);
  const here = await first.library.openDocument("d");
  const there = await second.library.openDocument("d");
  return { browser, first, second, here, there };
}

/** The tab is gone without a word. */
function kill(browser: FakeBrowser, tab: FakeTab, storage: DocumentStorage): void {
  browser.channels.silence(tab.channel);
  storage.abandon();
}

describe("two tabs on a document", () => {
  it("one writes, the other follows and cannot write", async () => {
    const { here, there } = await twoTabs();
    expect([here.role, there.role]).toEqual(["writer", "reader"]);
    for (let i = 1; i <= 120; i++) {
      here.save(edited(i));
      if (i % 3 === 0) await here.flush();
    }
    await here.flush();
    await until(() => markOf(there.document) && JSON.stringify(there.document) === JSON.stringify(edited(120)));
    expect(() => there.save(edited(121))).toThrow("Another tab");
  });

  it("the other takes over: nothing is lost, and they have changed places", async () => {
    const { here, there } = await twoTabs();
    here.save(edited(1));
    await there.takeOver();
    expect([here.role, there.role]).toEqual(["reader", "writer"]);
    expect(there.document).toEqual(edited(1));
    there.save(edited(2));
    await there.flush();
    await until(() => JSON.stringify(here.document) === JSON.stringify(edited(2)));
    await here.takeOver();
    expect([here.role, there.role]).toEqual(["writer", "reader"]);
    expect(here.document).toEqual(edited(2));
  });

  it("the other goes on when the writer is closed or dies", async () => {
    const { browser, first, here, there } = await twoTabs();
    here.save(edited(1));
    await here.flush();
    kill(browser, first, here);
    await until(() => there.role === "writer");
    expect(there.document).toEqual(edited(1));
  });

  it("the other takes over from a tab that does not answer, whose edits are kept as a version", async () => {
    const { browser, first, second, here, there } = await twoTabs();
    browser.channels.silence(first.channel);
    const faults = injectFaults((_, name) => (name === "put" ? "throws" : null));
    here.save(edited(1));
    await until(() => here.status.state === "unsaved");
    await there.takeOver();
    await until(() => here.role === "reader");
    expect(here.status).toMatchObject({ state: "unsaved", reason: { name: "conflict" } });
    expect(here.document).toEqual(edited(1));
    faults.restore();
    await until(() => here.status.state === "saved");
    const [kept] = (await second.library.listVersions("d")).filter((version) => version.kind === "recovered");
    expect(await second.library.readVersion("d", kept?.key ?? "")).toEqual(edited(1));
    expect(there.document).toEqual(blank);
  });

  it("the writer stays one when it cannot store its edits", async () => {
    const { here, there } = await twoTabs();
    const faults = injectFaults((_, name) => (name === "put" ? "throws" : null));
    here.save(edited(1));
    await expect(there.takeOver()).rejects.toMatchObject({ problem: { name: "refused" } });
    expect([here.role, there.role]).toEqual(["writer", "reader"]);
    faults.restore();
    await here.flush();
    await there.takeOver();
    expect(there.document).toEqual(edited(1));
  });

  it("the writer goes on when the tab that asked dies", async () => {
    const { browser, second, here, there } = await twoTabs();
    second.channel.postMessage({ kind: "yield", id: "d", from: "dead" });
    await until(() => here.role === "reader");
    kill(browser, second, there);
    await until(() => here.role === "writer");
    here.save(edited(1));
    await here.flush();
  });

  it("a rename on the start page reaches the writer, and no edit of its is lost", async () => {
    const { second, here } = await twoTabs();
    here.save(edited(1));
    await second.library.rename("d", "Renamed");
    await until(() => here.document.name === "Renamed" && here.status.state === "saved");
    expect(await second.library.read("d")).toEqual({ ...edited(1), name: "Renamed" });
    await second.library.rename("d", "Again");
    await until(() => here.document.name === "Again");
    here.save({ ...here.document, notes: [] });
    await here.flush();
    expect((await second.library.read("d")).name).toBe("Again");
  });

  it("without Web Locks both write; who comes second follows, and its edits are kept as a version", async () => {
    const { second, here, there } = await twoTabs({ withLocks: false });
    expect([here.role, there.role]).toEqual(["writer", "writer"]);
    const faults = injectFaults(() => null);
    here.save(edited(1));
    there.save(edited(2));
    const outcomes = await Promise.allSettled([here.flush(), there.flush()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await until(() => here.status.state === "saved" && there.status.state === "saved");
    await until(() => JSON.stringify(here.document) === JSON.stringify(there.document));
    const versions = (await second.library.listVersions("d")).filter((version) => version.kind === "recovered");
    const kept = await Promise.all(versions.map(({ key }) => second.library.readVersion("d", key)));
    const marks = [...kept, here.document].map((document) => JSON.stringify(document.definition));
    expect(marks.sort()).toEqual([edited(1), edited(2)].map((document) => JSON.stringify(document.definition)));
    faults.restore();
  });
});
