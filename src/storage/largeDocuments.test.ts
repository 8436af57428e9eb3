/** A document whose text takes longer to print than a page can wait: it is printed in parts, with room for all else between them. */
import { expect, it } from "vitest";
import { createDocument, type PipelineDocument } from "../pipeline/definition/document";
import { objectOf } from "../pipeline/definition/value";
import { FakeBrowser } from "../testing/fakeBrowser";
import { until } from "../testing/settled";

const parameters = objectOf(Array.from({ length: 20_000 }, (_, i) => [`key${i}`, `the value of key ${i}`] as const));

function edited(mark: number): PipelineDocument {
  const step = { Name: "Train", Type: "Training", Arguments: { HyperParameters: parameters, mark } };
  return createDocument("d", "Large", { Version: "2020-12-01", Steps: [step] });
}

/** A tab that counts how often there was room since it was last asked. */
async function opened(browser = new FakeBrowser()) {
  let rooms = 0;
  const tab = await browser.open(undefined, 0, () => async () => void rooms++);
  const room = () => {
    const count = rooms;
    rooms = 0;
    return count;
  };
  return { browser, ...tab, room };
}

it("is stored, and copied, with room between its parts, also where they lie in one step", async () => {
  const { browser, library, room } = await opened();
  const storage = await library.openDocument(edited(0));
  await storage.flush();
  expect(room()).toBeGreaterThanOrEqual(40);
  await until(async () => (await library.secondCopy("d")) !== null);
  expect(room()).toBeGreaterThanOrEqual(40);
  expect((await library.secondCopy("d"))?.document).toEqual(edited(0));
  const { library: another } = await browser.open();
  expect(await another.read("d")).toEqual(edited(0));
});

it("is not printed for an edit, and for a snapshot that is due only in parts, before the next write", async () => {
  const { browser, library, room } = await opened();
  const storage = await library.openDocument(edited(0));
  await storage.flush();
  const snapshots = async () => (await library.listVersions("d")).length;
  for (let mark = 1; mark < 50; mark++) {
    storage.save(edited(mark));
    await storage.flush();
  }
  expect(await snapshots()).toBe(1);
  storage.save(edited(50));
  await storage.flush();
  expect(await snapshots()).toBe(1);
  room();
  storage.save(edited(51));
  await storage.flush();
  expect(await snapshots()).toBe(2);
  expect(room()).toBeGreaterThanOrEqual(40);
  const { library: another } = await browser.open();
  expect(await another.read("d")).toEqual(edited(51));
});
