import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findWholeChromium } from "../scripts/chromium.mjs";
import { Editor } from "./support/editor";
import { expect, test } from "./support/test";

/** A new pipeline is edited in memory, and a banner says within five seconds that it is not kept, and why. */
async function editsInMemory(page: Page, why: RegExp): Promise<void> {
  const editor = new Editor(page);
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  const banner = page.getByRole("alert").filter({ hasText: why });
  await expect(banner).toBeVisible({ timeout: 5_000 });
  await expect(banner.getByRole("button", { name: "Download a copy" })).toBeVisible();
  await expect(editor.step("Lambda")).toBeVisible();
  await editor.undo();
  await expect(editor.step("Lambda")).toBeHidden();
}

test("a browser that may keep nothing for this page still edits, and says that nothing is kept", async ({ server }) => {
  const profile = await mkdtemp(join(tmpdir(), "stepwire-profile-"));
  await mkdir(join(profile, "Default"));
  const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify(blocked));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findWholeChromium() ?? undefined,
    args: ["--no-sandbox", "--disable-gpu"],
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(server.link);
    expect(await page.evaluate(() => Boolean(Object.getOwnPropertyDescriptor(window, "sessionStorage")))).toBe(true);
    await editsInMemory(page, /Not saved, because the browser's storage cannot be opened; allow this page/);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test("a session's storage that is denied costs nothing but what a reload would find", async ({ page, server }) => {
  await page.addInitScript(() => {
    const denied = () => {
      throw new DOMException("Access is denied", "SecurityError");
    };
    Object.defineProperty(window, "sessionStorage", { get: denied });
  });
  await page.goto(`${server.origin}/?again`);
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
});

test("storage that never opens is said within five seconds, and the editor works in memory", async ({
  page,
  server,
}) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...parameters) {
      const request = open.apply(this, parameters);
      request.addEventListener = () => undefined;
      return request;
    };
  });
  await page.goto(`${server.origin}/?again`);
  await expect(page.getByRole("button", { name: "Blank pipeline" })).toBeVisible({ timeout: 5_000 });
  await editsInMemory(page, /Not saved, because the browser's storage does not answer/);
});

test("a transaction that never ends is said within five seconds, and what was edited stays", async ({
  page,
  editor,
}) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.evaluate(() => {
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...parameters) {
      const begun = transaction.apply(this, parameters);
      if (parameters[1] === "readwrite") begun.addEventListener = () => undefined;
      return begun;
    };
  });
  await editor.addByClick("Lambda");
  const banner = page.getByRole("alert").filter({ hasText: "does not answer" });
  await expect(banner).toBeVisible({ timeout: 5_000 });
  await editor.addByClick("Training");
  await expect(editor.step("Training")).toBeVisible();
});
