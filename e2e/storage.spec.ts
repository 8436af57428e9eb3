import type { Page } from "@playwright/test";
import records from "../src/storage/migrations/schema0.json" with { type: "json" };
import { expect, test } from "./support/test";

/** Puts what a Stepwire of before there were schemas stored in the place of what is stored. */
async function putOldStorage(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Blank pipeline" })).toBeVisible();
  await page.evaluate(async (stores) => {
    // What this tab showed last: the start page. A new tab goes where any tab was.
    sessionStorage.removeItem("stepwire-opened");
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    await done(indexedDB.deleteDatabase("stepwire"));
    const opening = indexedDB.open("stepwire", 1);
    opening.onupgradeneeded = () => {
      const make = (name: string, keyPath: string | string[]) => opening.result.createObjectStore(name, { keyPath });
      make("documents", "id");
      make("log", ["id", "revision"]);
      make("versions", ["id", "key"]);
      make("snapshots", ["id", "key"]);
      make("farewells", ["id", "writer"]);
      opening.result.createObjectStore("state");
    };
    const database = await done(opening);
    const { state, documents, log, versions, snapshots, farewells } = stores;
    const transaction = database.transaction([...database.objectStoreNames], "readwrite");
    for (const [name, list] of Object.entries({ documents, log, versions, snapshots, farewells })) {
      for (const record of list) transaction.objectStore(name).put(record);
    }
    for (const [key, value] of state) transaction.objectStore("state").put(value, key);
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  }, records);
}

test("what an older Stepwire stored opens as it was left, steps named like parts of JavaScript too, and is edited on", async ({
  page,
  editor,
  server,
}) => {
  await putOldStorage(page);
  await page.goto(server.origin);
  for (const name of ["Train", "constructor", "__proto__", "10"]) await expect(editor.step(name)).toBeVisible();
  await editor.tidy();
  await editor.renameStep("constructor", "Renamed");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(editor.step("Renamed")).toBeVisible();
  await page.getByRole("link", { name: /^Pipelines/ }).click();
  await expect(page.getByRole("link", { name: "Left", exact: true })).toBeVisible();
});

test("what a newer Stepwire stored is left as it is, and said to be newer", async ({ page, editor }) => {
  await editor.beginWithLambda();
  await page.evaluate(async () => {
    const opening = indexedDB.open("stepwire");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const store = database.transaction("documents", "readwrite").objectStore("documents");
    const request = store.getAll();
    request.onsuccess = () => {
      for (const record of request.result) store.put({ ...record, schema: 99 });
    };
    await new Promise((resolve) => {
      store.transaction.oncomplete = resolve;
    });
    database.close();
  });
  await page.reload();
  await expect(
    page.getByText(/cannot be opened: it was saved by a newer Stepwire, and is left as it is/),
  ).toBeVisible();
  await expect(page.getByText("saved by a newer Stepwire", { exact: true })).toBeVisible();
});

test("a damaged pipeline is offered as its second copy, with the copy's date, and as a file of what is damaged", async ({
  page,
  editor,
}) => {
  await editor.beginWithLambda();
  const copied = () =>
    page.evaluate(async () => {
      const buckets = (
        navigator as unknown as { storageBuckets: { open(name: string): Promise<{ indexedDB: IDBFactory }> } }
      ).storageBuckets;
      const bucket = await buckets.open("stepwire-second-copy");
      const opening = bucket.indexedDB.open("stepwire-second-copy");
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result);
      });
      const request = database.transaction("copies").objectStore("copies").getAll();
      const texts = await new Promise<{ text: string }[]>((resolve) => {
        request.onsuccess = () => resolve(request.result);
      });
      database.close();
      return texts.some(({ text }) => text.includes('"Lambda"'));
    });
  await expect.poll(copied).toBe(true);
  await page.evaluate(async () => {
    const opening = indexedDB.open("stepwire");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const transaction = database.transaction("snapshots", "readwrite");
    transaction.objectStore("snapshots").clear();
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    database.close();
  });
  await page.reload();
  await expect(
    page.getByText(/^pipeline cannot be opened: what is stored of it is damaged.* A second copy was made on .*\d/),
  ).toBeVisible();
  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download what is damaged" }).click();
  expect((await downloaded).suggestedFilename()).toBe("pipeline-damaged.json");
  await page.reload();
  await page.getByRole("link", { name: "pipeline", exact: true }).click();
  await page.getByRole("button", { name: "Open the second copy" }).click();
  await expect(editor.step("Lambda")).toBeVisible();
});
