import type { Page } from "@playwright/test";
import { Editor } from "./support/editor";
import { expect, test } from "./support/test";

/** From now on, and after each reload, the browser gives no more room; `false` gives it back. */
async function fillUp(page: Page, isFull: boolean): Promise<void> {
  await page.evaluate((full) => localStorage.setItem("test-is-full", String(full)), isFull);
}

async function withFullStorage(page: Page): Promise<void> {
  const full = () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...parameters) {
      if (localStorage.getItem("test-is-full") === "true") throw new DOMException("Out of room", "QuotaExceededError");
      return put.apply(this, parameters);
    };
  };
  await page.context().addInitScript(full);
  await page.evaluate(full);
}

test("what does not fit into storage is asked for before it is left, and is there when one comes back", async ({
  page,
  editor,
  complaints,
}) => {
  complaints.expect(/beforeunload/);
  await editor.beginWithLambda();
  await withFullStorage(page);
  await fillUp(page, true);
  await editor.addByClick("Training");
  await expect(page.getByText(/Not saved, because the browser's storage is full/)).toBeVisible();

  const asked: string[] = [];
  let answer = false;
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return answer ? dialog.accept() : dialog.dismiss();
  });
  const home = page.getByRole("link", { name: /^Pipelines/ });
  await home.click();
  await expect(editor.step("Training")).toBeVisible();
  answer = true;
  const document = page.url();
  await home.click();
  await expect(page.getByRole("button", { name: "Blank pipeline" })).toBeVisible();
  await page.goto(document);
  // In the same page: nothing was lost, and nobody else holds it.
  await expect(editor.step("Training")).toBeVisible();
  await expect(page.getByText("Read only")).toHaveCount(0);
  expect(asked).toEqual(["confirm", "confirm"]);

  // The page goes: the browser asks, and another page finds what was in memory, and may edit it.
  await page.reload();
  expect(asked).toEqual(["confirm", "confirm", "beforeunload"]);
  await expect(editor.step("Training")).toBeVisible();
  await expect(page.getByText(/Not saved, because the browser's storage is full/)).toBeVisible();
  await expect(page.getByText("Read only")).toHaveCount(0);
  await fillUp(page, false);
  // It is tried again by itself.
  await expect(page.getByText("Saved", { exact: true })).toBeVisible({ timeout: 35_000 });
  await page.reload();
  await expect(editor.step("Training")).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("a tab that only follows edits on when the one that could not store has gone", async ({
  page,
  editor,
  complaints,
}) => {
  complaints.expect(/beforeunload/);
  await editor.beginWithLambda();
  const second = await page.context().newPage();
  await second.goto(page.url());
  await expect(second.getByText("Read only")).toBeVisible();
  await withFullStorage(page);
  await second.reload();
  await expect(second.getByText("Read only")).toBeVisible();
  await fillUp(page, true);
  await editor.addByClick("Training");
  await expect(page.getByText(/Not saved, because/)).toBeVisible();
  await page.close();
  await expect(new Editor(second).step("Training")).toBeVisible();
  await expect(second.getByText("Read only")).toHaveCount(0);
  await expect(second.getByText(/Not saved, because the browser's storage is full/)).toBeVisible();
});

test("a pipeline that is deleted in another window is said to be, stays deleted, and can be kept", async ({
  page,
  editor,
}) => {
  await editor.beginWithLambda();
  const list = await page.context().newPage();
  await list.goto(page.url().replace(/#.*/, "#/"));
  await list.getByRole("button", { name: /^Delete / }).click();
  const banner = page.getByRole("alert").filter({ hasText: "was deleted in another window" });
  await expect(banner).toBeVisible();
  await editor.addByClick("Training");
  // An edit does not bring it back.
  await expect(page.getByText("Not saved", { exact: true })).toBeVisible();
  await expect(list.getByRole("button", { name: /^Delete / })).toHaveCount(0);
  await banner.getByRole("button", { name: "Keep it" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await expect(banner).toBeHidden();
  await expect(list.getByRole("button", { name: /^Delete / })).toBeVisible();
  await page.reload();
  await expect(editor.step("Training")).toBeVisible();
});
