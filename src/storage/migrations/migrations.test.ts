import { describe, expect, it, vi } from "vitest";
import type { PipelineDocument } from "../../pipeline/definition/document";
import { createDocument } from "../../pipeline/definition/document";
import { LosslessNumber, type ObjectValue, OrderedObject, type Value } from "../../pipeline/definition/value";
import { FakeBrowser } from "../../testing/fakeBrowser";
import { injectFaults } from "../../testing/faultyStorage";
import { until } from "../../testing/settled";
import { done, putOldDatabase, putRecords, type StoredRecords, storedRecords } from "../../testing/storedRecords";
import { printDocument } from "../log/encodeDocument";
import { currentSchema, migrateDocument, migrateRecord } from "./migrate";
import type { Migration } from "./migration";
/** What the last Stepwire without schemas stored: its own records, edits, versions, a rename, a pending save, second copies. */
import schema0 from "./schema0.json" with { type: "json" };
/** What the Stepwires of schema 1 stored: of the first, two documents with a version and a pending save, of the last, one with ways. */
import schema1 from "./schema1.json" with { type: "json" };

const { copies, ...records } = schema0;

/** The document that was edited there last. */
const churn: PipelineDocument = {
  ...createDocument("churn", "Churn-2", {
    Version: "2020-12-01",
    Metadata: {},
    Parameters: [
      { Name: "toString", Type: "String" },
      { Name: "Rate", Type: "Float" },
    ],
    Steps: [
      {
        Name: "Train",
        Type: "Training",
        Arguments: { HyperParameters: ordered(["10", "a"], ["2", "b"]), Weight: new LosslessNumber("2.0") },
      },
      { Name: "constructor", Type: "Lambda", Arguments: {} },
      { Name: "__proto__", Type: "Fail", Arguments: { ErrorMessage: "x" } },
      { Name: "10", Type: "Fail", Arguments: {} },
    ],
  } satisfies ObjectValue),
  layout: new Map([
    ["Train", { x: 40, y: 50 }],
    ["constructor", { x: 7, y: 8.5 }],
    ["__proto__", { x: 1, y: 2 }],
    ["Late", { x: 9, y: 9 }],
  ]),
  pins: new Map([
    ["Train", { inputs: [], outputs: ["ModelArtifacts.S3ModelArtifacts"] }],
    ["constructor", { inputs: [], outputs: ["OutputParameters['ok']"] }],
  ]),
  settings: {
    targets: new Map([
      ["local", {}],
      ["aws:default:eu-west-1", { roleArn: "arn:aws:iam::111122223333:role/Run" }],
    ]),
    target: "local",
    maxParallelSteps: 3,
    simulatedValues: new Map([
      ["toString", "text"],
      ["Rate", "3"],
    ]),
  },
  samples: new Map<string, Value>([
    ["constructor", { accuracy: new LosslessNumber("0.90"), big: ordered(["2", 1], ["1", 2]) }],
    ["Train", { "#": "looks like a mark" }],
    ["__proto__", { deep: [1, { a: null }] }],
  ]),
};
const left = { ...createDocument("left", "Left"), layout: new Map([["Train", { x: 3, y: 4 }]]) };

function ordered(...list: readonly (readonly [string, Value])[]): OrderedObject {
  return new OrderedObject(list);
}

async function oldBrowser(): Promise<FakeBrowser> {
  const browser = new FakeBrowser();
  await putOldDatabase(browser.factory, records);
  return browser;
}

async function putCopies(browser: FakeBrowser, copies: readonly object[]): Promise<void> {
  const { indexedDB } = await browser.buckets.open();
  const request = indexedDB.open("stepwire-second-copy", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("copies", { keyPath: "id" });
  await putRecords(await done(request), { copies });
}

describe("what was stored before records carried schemas", () => {
  it("opens without a loss: documents, versions, the deleted one, the one of the last visit", async () => {
    const { library } = await (await oldBrowser()).open();
    expect((await library.list()).map(({ id, steps }) => [id, steps])).toEqual([
      ["left", 0],
      ["churn", 4],
    ]);
    expect(await library.read("churn")).toEqual(churn);
    expect(await library.lastOpened()).toBe("churn");
    const [named] = (await library.listVersions("churn")).filter(({ kind }) => kind === "named");
    expect(named?.label).toBe("Before the move");
    const before = await library.readVersion("churn", named?.key ?? "");
    expect([...before.layout.keys()]).toEqual(["10", "Train", "constructor", "__proto__"]);
    expect(before.notes).toHaveLength(1);
    await library.restore("old");
    expect((await library.read("old")).layout.get("Step0")).toEqual({ x: 55, y: 0 });
  });

  it("takes a pending save in, as its own Stepwire would have", async () => {
    const { library } = await (await oldBrowser()).open();
    expect((await library.openDocument("left")).document).toEqual(left);
    expect(await library.read("left")).toEqual(left);
  });

  it("comes back from its second copies", async () => {
    const browser = new FakeBrowser();
    await putCopies(browser, copies);
    const { library } = await browser.open();
    expect(library.restoredFromCopy).toBe(copies.length);
    expect(await library.read("churn")).toEqual(churn);
  });

  it("is edited on: what is new follows what is old, which stays as it lies there", async () => {
    const browser = await oldBrowser();
    const storage = await (await browser.open()).library.openDocument("churn");
    const edited = { ...storage.document, layout: new Map([...storage.document.layout, ["toString", { x: 0, y: 0 }]]) };
    storage.save(edited);
    await storage.close();
    expect(await (await browser.open()).library.read("churn")).toEqual(edited);
    const { log, snapshots } = await storedRecords(browser.factory);
    const isOld = (record: unknown) => records.log.some((old) => JSON.stringify(old) === JSON.stringify(record));
    expect(log?.filter(isOld)).toHaveLength(records.log.length);
    expect(log?.filter((record) => !isOld(record))).toMatchObject([{ id: "churn", schema: currentSchema }]);
    expect(snapshots).toEqual(records.snapshots);
  });

  it.each([
    ["folded", { folded: new Map([["constructor", ["IfSteps"]]]) }],
    ["presets", { presets: new Map([["nightly", { Rate: "3" }]]) }],
    ["promotions", { promotions: new Map([["local to aws:default:eu-west-1", { a: "b" }]]) }],
    ["codeOf", { codeOf: new Map([["Renamed", ["constructor"]]]) }],
  ])("takes what its Stepwire did not know, %s, as its first edit", async (_, change) => {
    const browser = await oldBrowser();
    const storage = await (await browser.open()).library.openDocument("churn");
    const edited = { ...storage.document, ...change };
    storage.save(edited);
    await storage.close();
    expect(await (await browser.open()).library.read("churn")).toEqual(edited);
  });

  it("is all there when the browser is killed while the database is upgraded", async () => {
    const browser = await oldBrowser();
    const request = browser.factory.open("stepwire", 2);
    await new Promise<void>((resolve) => {
      request.onupgradeneeded = () => {
        request.result.deleteObjectStore("log");
        request.transaction?.abort();
      };
      request.onerror = () => resolve();
    });
    const { library } = await browser.open();
    expect(await library.read("churn")).toEqual(churn);
  });

  it("says so while a tab with an older Stepwire keeps it from being upgraded, and opens once that is gone", async () => {
    const browser = await oldBrowser();
    const older = await done(browser.factory.open("stepwire"));
    const { library } = await browser.open();
    await expect(library.list()).rejects.toMatchObject({ problem: { name: "blocked" } });
    older.close();
    await vi.waitFor(async () => expect(await library.read("churn")).toEqual(churn));
  });

  it("is as it was before or after its first edit, whichever storage call fails meanwhile", async () => {
    const after = { ...churn, pins: new Map() };
    const outcomes = new Set<string>();
    /** Opens, edits and is gone; answers how many storage calls that took. */
    const edit = async (failing: number) => {
      const browser = await oldBrowser();
      const faults = injectFaults((call) => (call === failing ? "errors" : null));
      const storage = await (await browser.open()).library.openDocument("churn").catch(() => null);
      storage?.save({ ...storage.document, pins: after.pins });
      await storage?.flush().catch(() => undefined);
      storage?.abandon();
      faults.restore();
      outcomes.add(printDocument(await (await browser.open()).library.read("churn")));
      return faults.calls;
    };
    const calls = await edit(0);
    expect(calls).toBeGreaterThan(10);
    for (let failing = 1; failing <= calls; failing++) await edit(failing);
    expect(outcomes).toEqual(new Set([printDocument(churn), printDocument(after)]));
  });
});

describe("what was stored with schema 1", () => {
  const { copies: schema1Copies, ...schema1Records } = schema1;
  const step = (Name: string) => ({ Name, Type: "Lambda", Arguments: {} });
  const pipeline = (...names: readonly string[]) => ({
    Version: "2020-12-01",
    Metadata: {},
    Parameters: [],
    Steps: names.map(step),
  });
  const noted: PipelineDocument = {
    ...createDocument("churn", "Churn-2", {
      ...pipeline("Prepare", "constructor", "__proto__"),
      Parameters: [{ Name: "Rate", Type: "Float" }],
    }),
    layout: new Map([
      ["Prepare", { x: 40, y: 50 }],
      ["constructor", { x: 320, y: 64.5 }],
    ]),
    notes: [{ id: "n1", text: "Ask Ada", place: { x: 1, y: 2 }, size: { width: 220, height: 120 } }],
    samples: new Map([["Prepare", { rows: 3 }]]),
  };
  const tidied: PipelineDocument = {
    ...createDocument("tidied", "Tidied", pipeline("Prepare", "Train")),
    layout: new Map([
      ["Prepare", { x: 0, y: 0 }],
      ["Train", { x: 282, y: 0 }],
    ]),
    ways: [
      [
        { x: 190, y: 25 },
        { x: 282, y: 25 },
      ],
    ],
  };

  async function browserOfSchema1(): Promise<FakeBrowser> {
    const browser = new FakeBrowser();
    // The stores are those of today: an empty library makes them.
    const { library } = await browser.open();
    await library.list();
    library.close();
    await putRecords(await done(browser.factory.open("stepwire")), schema1Records);
    return browser;
  }

  it("opens without a loss: ways and groups are empty lists, or what was kept already", async () => {
    const { library } = await (await browserOfSchema1()).open();
    expect(await library.read("churn")).toEqual(noted);
    expect(await library.read("tidied")).toEqual(tidied);
    expect(await library.lastOpened()).toBe("churn");
    const [named] = (await library.listVersions("churn")).filter(({ kind }) => kind === "named");
    const before = await library.readVersion("churn", named?.key ?? "");
    expect([before.ways, before.groups, before.notes]).toEqual([[], [], noted.notes]);
  });

  it("takes a pending save in", async () => {
    const { library } = await (await browserOfSchema1()).open();
    expect((await library.openDocument("left")).document).toEqual(left);
  });

  it("comes back from its second copies", async () => {
    const browser = new FakeBrowser();
    await putCopies(browser, schema1Copies);
    const { library } = await browser.open();
    expect(library.restoredFromCopy).toBe(schema1Copies.length);
    expect(await library.read("churn")).toEqual(noted);
    expect(await library.read("tidied")).toEqual(tidied);
  });

  it("is edited on: a group goes into records of today's schema", async () => {
    const browser = await browserOfSchema1();
    const storage = await (await browser.open()).library.openDocument("churn");
    const edited: PipelineDocument = {
      ...storage.document,
      groups: [{ id: "group-1", title: "Data", colour: "blue", steps: ["Prepare"] }],
    };
    storage.save(edited);
    await storage.close();
    expect(await (await browser.open()).library.read("churn")).toEqual(edited);
    const { log } = await storedRecords(browser.factory);
    expect(log?.at(4)).toMatchObject({ id: "churn", schema: currentSchema });
  });
});

describe("what a newer Stepwire has stored", () => {
  const newer = (stored: StoredRecords, names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => [name, (stored[name] ?? []).map((record) => ({ ...(record as object), schema: 99 }))]),
    );

  /** A browser in which these stores hold records of a newer schema. */
  async function newerBrowser(...names: readonly string[]) {
    const browser = await oldBrowser();
    (await browser.open()).library.close();
    const stored = await storedRecords(browser.factory);
    await putRecords(await done(browser.factory.open("stepwire")), newer(stored, names));
    const { library } = await browser.open();
    return { browser, library };
  }

  it("is listed and said to be newer, is not opened, and stays as it is", async () => {
    const { browser, library } = await newerBrowser("documents");
    const before = await storedRecords(browser.factory);
    expect((await library.list()).map(({ name, steps }) => [name, steps])).toEqual([
      ["Left", null],
      ["Churn-2", null],
    ]);
    const refused = { problem: { name: "newer", message: expect.stringContaining("saved by a newer Stepwire") } };
    for (const ask of [
      () => library.read("churn"),
      () => library.openDocument("churn"),
      () => library.openDocument("left"),
      () => library.rename("churn", "Other"),
      () => library.duplicate("churn", "copy"),
      () => library.remove("churn"),
      () => library.restore("old"),
      () => library.create(churn),
      () => library.nameVersion("churn", "Mine"),
    ]) {
      await expect(ask()).rejects.toMatchObject(refused);
    }
    expect(await storedRecords(browser.factory)).toEqual(before);
  });

  it.each(["log", "snapshots"])("is not opened for its %s alone", async (store) => {
    const { library } = await newerBrowser(store);
    await expect(library.read("churn")).rejects.toMatchObject({ problem: { name: "newer" } });
  });

  it("as a pending save waits for that Stepwire", async () => {
    const { browser, library } = await newerBrowser("pendingSaves");
    await expect(library.openDocument("left")).rejects.toMatchObject({ problem: { name: "newer" } });
    expect((await storedRecords(browser.factory)).pendingSaves).toHaveLength(1);
  });

  it("is not written over by edits that were open meanwhile, and these are not lost", async () => {
    const browser = await oldBrowser();
    const storage = await (await browser.open()).library.openDocument("churn");
    const stored = newer(await storedRecords(browser.factory), ["documents"]);
    await putRecords(await done(browser.factory.open("stepwire")), stored);
    storage.save({ ...storage.document, name: "Mine" });
    await expect(storage.flush()).rejects.toMatchObject({ problem: { name: "newer" } });
    expect(storage.status).toMatchObject({ state: "unsaved", reason: { name: "newer" } });
    expect(storage.document.name).toBe("Mine");
    storage.abandon();
    expect((await storedRecords(browser.factory)).documents).toEqual(stored.documents);
  });

  it("is said to be newer in a tab that follows, which keeps what it has and does not take over", async () => {
    const browser = await oldBrowser();
    const [writer, reader] = [await browser.open(), await browser.open()];
    await writer.library.openDocument("churn");
    const following = await reader.library.openDocument("churn");
    const stored = newer(await storedRecords(browser.factory), ["documents"]);
    await putRecords(await done(browser.factory.open("stepwire")), stored);
    writer.channel.postMessage({ kind: "stored", id: "churn", revision: 9, from: "newer" });
    const refused = { name: "newer" };
    await until(() => following.status.state === "unsaved");
    expect(following).toMatchObject({ role: "reader", status: { reason: refused } });
    expect(following.document).toEqual(churn);
    await expect(following.takeOver()).rejects.toMatchObject({ problem: refused });
    expect((await storedRecords(browser.factory)).documents).toEqual(stored.documents);
  });

  it("in a newer form of the database says so, and that database stays as it is", async () => {
    const browser = await oldBrowser();
    (await done(browser.factory.open("stepwire", 99))).close();
    const { library } = await browser.open();
    await expect(library.list()).rejects.toMatchObject({
      problem: { name: "outdated", message: expect.stringContaining("newer Stepwire") },
    });
    expect((await storedRecords(browser.factory)).log).toEqual([...records.log]);
  });
});

describe("the chain of migrations", () => {
  const links: readonly Migration[] = ["a", "b", "c"].map((name) => ({
    document: (document) => `${document}${name}`,
    record: (record) => ({ ...(record as object), [name]: true }),
  }));

  it("takes a document from any schema to any later one", () => {
    expect(migrateDocument("", 0, 3, links)).toBe("abc");
    expect(migrateDocument("", 1, 2, links)).toBe("b");
    expect(migrateDocument("x", 3, 3, links)).toBe("x");
  });

  it("takes a record through what is left of the chain, and leaves its number as it is", () => {
    expect(migrateRecord({ id: "x" }, "log", links)).toEqual({ id: "x", schema: 0, a: true, b: true, c: true });
    expect(migrateRecord({ id: "x", schema: 2 }, "log", links)).toEqual({ id: "x", schema: 2, c: true });
  });

  it("ends at the schema that is written", () => {
    expect(currentSchema).toBe(2);
  });

  it("gives a document of schema 1 lists of ways and groups, and leaves those that it has", () => {
    const document = { id: "a", ways: [[{ x: 1, y: 2 }]] };
    expect(migrateDocument(document, 1)).toEqual({ ...document, groups: [] });
  });
});
