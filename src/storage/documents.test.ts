import { describe, expect, it } from "vitest";
import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { OrderedObject, setIn, type Value } from "../pipeline/definition/value";
import { arbitraryEdit, arbitraryObject } from "../testing/arbitraryValue";
import { FakeBrowser } from "../testing/fakeBrowser";
import fc from "../testing/properties";
import { printDocument } from "./log/encodeDocument";

const blank = createDocument("d", "Churn");
const edited = (document: PipelineDocument, value: Value): PipelineDocument => ({
  ...document,
  definition: setIn(document.definition, ["Metadata", "edit"], value) as PipelineDocument["definition"],
});

describe("a document", () => {
  it("opens as it was left, and says saved only when it is stored", async () => {
    const { library } = await new FakeBrowser().open();
    await library.create(blank);
    const said: string[] = [];
    const storage = await library.openDocument("d", { onStatusChange: ({ state }) => said.push(state) });
    expect(storage.status).toEqual({ state: "saved", revision: 1 });
    const after = edited(
      blank,
      new OrderedObject([
        ["10", 1],
        ["2", 2],
      ]),
    );
    storage.save(after);
    expect(storage.status.state).toBe("saving");
    expect(await library.read("d")).toEqual(blank);
    await storage.flush();
    expect(storage.status).toEqual({ state: "saved", revision: 2 });
    expect(said).toEqual(["saving", "saved"]);
    expect(await library.read("d")).toEqual(after);
    await storage.close();
    expect((await library.openDocument("d")).document).toEqual(after);
  });

  it("stores itself without being asked to", async () => {
    const { library } = await new FakeBrowser().open();
    const storage = await library.openDocument(blank);
    const saved = new Promise<void>((resolve) =>
      storage.subscribe(() => storage.status.state === "saved" && storage.document !== blank && resolve()),
    );
    storage.save(edited(blank, 1));
    storage.save(edited(blank, 2));
    await saved;
    expect(await library.read("d")).toEqual(edited(blank, 2));
  });

  it("comes back exactly after any edits, however they were written and compacted", async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryObject,
        fc.array(fc.tuple(arbitraryEdit, fc.boolean()), { minLength: 1, maxLength: 130 }),
        async (definition, edits) => {
          const browser = new FakeBrowser();
          const { library } = await browser.open();
          let document = createDocument("d", "Churn", definition);
          const storage = await library.openDocument(document);
          for (const [edit, isFlushed] of edits) {
            document = { ...document, definition: edit(document.definition) };
            storage.save(document);
            if (isFlushed) await storage.flush();
          }
          await storage.flush();
          const again = await (await browser.open()).library.read("d");
          expect(printDocument(again)).toBe(printDocument(document));
        },
      ),
      { numRuns: 40 },
    );
  });

  it("keeps its last versions, and those that were given a name", async () => {
    const { library } = await new FakeBrowser().open();
    const storage = await library.openDocument(blank);
    let document = blank;
    for (let i = 1; i <= 1200; i++) {
      document = edited(document, i);
      storage.save(document);
      await storage.flush();
      if (i === 3) await library.nameVersion("d", "Third");
    }
    const versions = await library.listVersions("d");
    expect(versions.filter((version) => version.kind === "automatic")).toHaveLength(20);
    expect(versions[0]?.revision).toBeGreaterThan(1150);
    const named = versions.find((version) => version.label === "Third");
    expect(await library.readVersion("d", named?.key ?? "")).toEqual(edited(blank, 3));
    expect(await library.read("d")).toEqual(edited(blank, 1200));
  });

  it("is stored as it was undone to, when an edit was undone before it was written", async () => {
    const { library } = await new FakeBrowser().open();
    const storage = await library.openDocument(blank);
    await storage.flush();
    storage.save(edited(blank, 1));
    storage.save(blank);
    expect(storage.status).toEqual({ state: "saved", revision: 1 });
    storage.save(edited(blank, 2));
    const writing = storage.flush();
    storage.save(blank);
    await writing;
    await storage.flush();
    expect(await library.read("d")).toEqual(blank);
  });

  it("that nobody stored is said to be missing", async () => {
    const { library } = await new FakeBrowser().open();
    await expect(library.openDocument("nowhere")).rejects.toMatchObject({ problem: { name: "missing" } });
    await expect(library.read("nowhere")).rejects.toMatchObject({ problem: { name: "missing" } });
  });
});

describe("the start page", () => {
  it("lists, renames, duplicates, deletes and restores", async () => {
    const { library } = await new FakeBrowser().open();
    await library.create({ ...blank, definition: { Steps: [{ Name: "A", Type: "Fail" }] } });
    await library.duplicate("d", "e");
    await library.duplicate("d", "f");
    await library.rename("d", "Renamed");
    expect((await library.list()).map(({ id, name, steps }) => [id, name, steps])).toEqual([
      ["d", "Renamed", 1],
      ["f", "Churn-copy-2", 1],
      ["e", "Churn-copy", 1],
    ]);
    expect((await library.read("d")).name).toBe("Renamed");
    await library.remove("d");
    expect((await library.list()).map(({ id }) => id)).toEqual(["f", "e"]);
    expect((await library.listAll()).find(({ id }) => id === "d")?.deleted).toBe(true);
    await library.restore("d");
    expect((await library.list()).map(({ id }) => id)).toContain("d");
  });

  it("lets go of the oldest of more than twenty deleted documents", async () => {
    const { library } = await new FakeBrowser().open();
    for (let i = 0; i < 24; i++) {
      await library.create(createDocument(`d${i}`, `Churn${i}`));
      await library.remove(`d${i}`);
    }
    const left = (await library.listAll()).map(({ id }) => id);
    expect(left).not.toContain("d0");
    for (let i = 4; i < 24; i++) expect(left).toContain(`d${i}`);
    await expect(library.restore("d0")).rejects.toMatchObject({ problem: { name: "missing" } });
  });

  it("follows what other tabs do", async () => {
    const browser = new FakeBrowser();
    const [here, there] = [await browser.open(), await browser.open()];
    const heard = new Promise<void>((resolve) => {
      here.library.subscribe((documents) => documents.some(({ name }) => name === "Renamed") && resolve());
    });
    await there.library.create(blank);
    await there.library.rename("d", "Renamed");
    await heard;
  });

  it("does not store a document over another of the same id", async () => {
    const { library } = await new FakeBrowser().open();
    await library.create(blank);
    await expect(library.create(edited(blank, 1))).rejects.toMatchObject({ problem: { name: "conflict" } });
    expect(await library.read("d")).toEqual(blank);
  });

  it("is not shown where a document was open: it opens again, in a new tab as well", async () => {
    const browser = new FakeBrowser();
    const [here, there] = [await browser.open(), await browser.open()];
    for (const id of ["d", "e"]) await here.library.create({ ...blank, id });
    await here.library.rememberOpened("d");
    await there.library.rememberOpened("e");
    expect(await here.library.lastOpened()).toBe("d");
    expect(await (await browser.open()).library.lastOpened()).toBe("e");
    await here.library.remove("d");
    expect(await here.library.lastOpened()).toBeNull();
  });
});
