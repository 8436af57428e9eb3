/** Whoever exports reads first what comes out, and what does not come along. */
import { readFileSync } from "node:fs";
import { expect, test } from "./support/test";

test.beforeEach(async ({ page }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await page.getByRole("button", { name: "Export", exact: true }).click();
});

test("a form is read before it is downloaded, and copied from there", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("menuitem", { name: /^JSON …/ }).click();
  const dialog = page.getByRole("dialog", { name: "Export churn-training" });
  const preview = dialog.getByRole("textbox", { name: "JSON of this pipeline" });
  await expect(preview).toContainText('"Version": "2020-12-01"');

  const downloaded = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download", exact: true }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toBe("churn-training.json");
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByRole("list", { name: "Notices" })).toContainText("JSON is on the clipboard.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(readFileSync(await download.path(), "utf8"));

  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});
