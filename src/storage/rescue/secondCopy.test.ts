import { IDBFactory } from "fake-indexeddb";
import { describe, expect, it, vi } from "vitest";
import { createDocument, type PipelineDocument } from "../../pipeline/definition/document";
import { FakeBrowser } from "../../testing/fakeBrowser";

const churn = createDocument("d", "Churn");
const other = createDocument("e", "Other");
const edited = (document: PipelineDocument, name: string): PipelineDocument => ({
  ...document,
  layout: new Map([[name, { x: 1, y: 2 }]]),
});

/** Opens the library again in a browser that has thrown its storage away, as soon as the second copy holds what it must. */
async function openAfterLoss(browser: FakeBrowser, expected: readonly PipelineDocument[]) {
  return vi.waitFor(async () => {
    const { library } = await browser.open(new IDBFactory());
    const ids = (await library.list()).map(({ id }) => id);
    const documents = await Promise.all(ids.map((id) => library.read(id)));
    expect(new Set(documents)).toEqual(new Set(expected));
    return library;
  });
}

describe("a browser that has lost its storage", () => {
  it("has every document again, as it was after its last edit", async () => {
    const browser = new FakeBrowser();
    const { library } = await browser.open();
    expect(library.restoredFromCopy).toBe(0);
    await library.create(other);
    const storage = await library.openDocument(churn);
    storage.save(edited(churn, "Train"));
    await storage.flush();
    const after = await openAfterLoss(browser, [edited(churn, "Train"), other]);
    expect(after.restoredFromCopy).toBe(2);
  });

  it("has it under its last name, and goes on to edit and to copy it", async () => {
    const browser = new FakeBrowser();
    const { library } = await browser.open();
    await library.create(churn);
    await library.rename("d", "Churn-2");
    const again = await openAfterLoss(browser, [{ ...churn, name: "Churn-2" }]);
    const storage = await again.openDocument("d");
    storage.save(edited(storage.document, "Model"));
    await storage.close();
    await openAfterLoss(browser, [edited({ ...churn, name: "Churn-2" }, "Model")]);
  });

  it("does not bring back what was deleted, and does bring back what was restored", async () => {
    const browser = new FakeBrowser();
    const { library } = await browser.open();
    await library.create(churn);
    await library.create(other);
    await openAfterLoss(browser, [churn, other]);
    await library.remove("d");
    await openAfterLoss(browser, [other]);
    await library.restore("d");
    await openAfterLoss(browser, [churn, other]);
  });
});

describe("a browser that has its storage", () => {
  it("takes nothing from the second copy", async () => {
    const browser = new FakeBrowser();
    const { library } = await browser.open();
    await library.create(churn);
    await openAfterLoss(browser, [churn]);
    const { library: next } = await browser.open();
    await next.create(edited(other, "New"));
    expect(next.restoredFromCopy).toBe(0);
    expect((await next.list()).map(({ id }) => id).sort()).toEqual(["d", "e"]);
  });
});
