/** Whoever exports reads first what comes out, and what does not come along. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import axe, { type AxeResults } from "axe-core";
import { drag, middleOf } from "./support/mouse";
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

test("a program is read, and the page to look around in opens from its file without a request", async ({
  page,
  context,
}, testInfo) => {
  await page.getByRole("menuitem", { name: /^JSON …/ }).click();
  const dialog = page.getByRole("dialog", { name: "Export churn-training" });
  await dialog.getByRole("radio", { name: "Python, SageMaker SDK 3" }).check();
  await expect(dialog.getByRole("textbox", { name: "Python, SageMaker SDK 3 of this pipeline" })).toContainText(
    "from sagemaker",
  );
  await dialog.getByRole("radio", { name: "PNG" }).check();
  const painted = dialog.getByRole("img", { name: "PNG of this pipeline" });
  await expect.poll(() => painted.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(1000);
  await dialog.getByRole("radio", { name: "HTML" }).check();
  await expect(dialog.getByRole("alert").or(dialog.getByText("What does not come along"))).toBeVisible();
  const downloaded = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download", exact: true }).click();
  const file = testInfo.outputPath("churn-training.html");
  await (await downloaded).saveAs(file);

  const viewer = await context.newPage();
  const requests: string[] = [];
  viewer.on("request", (request) => requests.push(request.url()));
  await viewer.goto(pathToFileURL(file).href);
  const picture = viewer.getByRole("listbox", { name: "Steps, as drawn" });
  const details = viewer.getByRole("complementary", { name: "Details" });
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("The whole pipeline");

  // By mouse: a card, then a reference in a field of it.
  await viewer.getByRole("option", { name: "Train", exact: true }).click();
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("Train");
  await details
    .locator("dl")
    .getByRole("button", { name: /^Steps\.Preprocess\./ })
    .first()
    .click();
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("Preprocess");
  await expect(viewer.getByRole("option", { selected: true })).toHaveAccessibleName("Preprocess");

  // By keyboard: along the arrows, and nearer.
  await picture.focus();
  await viewer.keyboard.press("ArrowRight");
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("Train");
  const seen = () => picture.getAttribute("viewBox");
  const before = await seen();
  await viewer.keyboard.press("+");
  expect(await seen()).not.toBe(before);
  const near = await seen();
  // Below the steps there is nothing to press.
  const { x, y } = await middleOf(picture);
  await drag(viewer, { x, y: y + 250 }, { x: x + 60, y: y + 200 });
  expect(await seen()).not.toBe(near);
  await expect(details.getByRole("heading", { level: 2 })).toHaveText("Train");

  for (const colorScheme of ["light", "dark"] as const) {
    await viewer.emulateMedia({ colorScheme });
    await viewer.evaluate(axe.source);
    const { violations } = await viewer.evaluate<AxeResults>("axe.run()");
    expect(violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
  }
  expect(requests).toEqual([pathToFileURL(file).href]);
});
