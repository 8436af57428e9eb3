import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium } from "@playwright/test";
import { inTurn, noteFaults, tries } from "../src/testing/fullTier";
import { Editor } from "./support/editor";
import { killBrowser } from "./support/killBrowser";
import { expect, test } from "./support/test";

test.use({ ownServer: true });

/**
 * What a person saw as saved is there after the browser was killed. Chromium itself drops a whole database now and then when it is killed
 * (README): then the second copy is offered, which is not older than what was saved when the page was last left alone.
 */
test("a browser that is killed in the middle of an edit loses nothing that was said to be saved", async ({
  server,
}) => {
  test.skip(process.platform !== "linux", "the browser's processes are found in /proc");
  const kills = tries(3, 300);
  test.setTimeout(kills * 20_000);
  const profile = mkdtempSync(join(tmpdir(), "stepwire-kills-"));
  const { launchOptions, viewport } = test.info().project.use;
  const launch = () => chromium.launchPersistentContext(profile, { ...launchOptions, viewport: viewport ?? null });
  const lost: string[] = [];
  let document: string | null = null;
  let saved = "";
  let acknowledged = 0;
  let tried = 0;
  let late = 0;
  let context: BrowserContext | null = null;
  try {
    for (const kill of inTurn(3, 300)) {
      context = await launch();
      const page = context.pages()[0] ?? (await context.newPage());
      const editor = new Editor(page);
      const experiment = editor.control("Experiment name");
      if (document === null) {
        await page.goto(server.link);
        await page.getByRole("button", { name: "Blank pipeline" }).click();
        await editor.addByClick("Lambda");
        await page.keyboard.press("Escape");
        await expect(page.getByText("Saved", { exact: true })).toBeVisible();
        document = page.url();
      } else {
        await page.goto(document);
        // A machine that is busy with much else may take longer than the page waits for its storage.
        const isLate = page.getByText(/storage does not answer\. Wait a moment, then open it again\.$/);
        await expect(editor.step("Lambda").or(isLate)).toBeVisible({ timeout: 60_000 });
        for (; await isLate.isVisible(); late++) {
          await page.goto("about:blank");
          await page.goto(document);
          await expect(editor.step("Lambda").or(isLate)).toBeVisible({ timeout: 60_000 });
        }
        const found = await experiment.inputValue();
        // What was typed after it may be there too, as far as it came.
        if (!found.startsWith(saved)) lost.push(`kill ${kill}: ${found} where ${saved} was saved`);
      }
      await experiment.fill(`Round${kill}`);
      await experiment.press("End");
      saved = "";
      for (let key = 0; key <= kill % 4; key++) {
        await page.keyboard.press("x");
        await expect(page.getByText("Saved", { exact: true })).toBeVisible();
        saved = await experiment.inputValue();
        acknowledged++;
      }
      await page.keyboard.press("y");
      await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 60));
      killBrowser(profile);
      tried++;
      await context.close().catch(() => undefined);
    }
  } finally {
    await context?.close().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
  noteFaults(
    `edits lost that were said to be saved (${acknowledged}), by killing the browser`,
    ...[lost.length, tried, kills],
  );
  if (late > 0) console.log(`The browser's storage did not answer in time ${late} times.`);
  expect(lost).toEqual([]);
});
