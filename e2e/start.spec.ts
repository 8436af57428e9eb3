import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

test("a first visit shows the start page, and a blank pipeline is one click away", async ({ page, editor }) => {
  await expect(page.getByRole("heading", { name: "New pipeline" })).toBeVisible();
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await expect(editor.canvas).toBeVisible();
  await expect(page).toHaveURL(/#\/d\//);
  await expect(page).toHaveTitle(/^pipeline · Stepwire$/);
});

test("the two reference templates open: wired, and with the function floating alone", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
  await page.getByRole("link", { name: /^Pipelines/ }).click();
  await page.getByRole("button", { name: "The same, before it is wired" }).click();
  await expect(editor.step("Train")).toBeVisible();
  await expect(editor.edge("Train S3ModelArtifacts to CreateModel ModelDataUrl")).toBeVisible();
  await expect(editor.edge("Preprocess train_path to Train S3Uri")).toHaveCount(0);
});

test("a template opens laid out, with nothing to mend", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Process, train, evaluate, register" }).click();
  await expect(editor.step("IsGoodEnough")).toBeVisible();
  await expect(editor.edge("IsGoodEnough False to NotGoodEnough")).toBeVisible();
  await expect(page.getByText("No problems")).toBeVisible();
});

test("a reload, and a new tab, open where one left off", async ({ page, editor, context, server }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  await expect(editor.step("Lambda")).toBeVisible();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(editor.step("Lambda")).toBeVisible();

  const second = await context.newPage();
  await second.goto(server.origin);
  await expect(second.getByRole("region", { name: "Canvas" }).getByRole("group", { name: "Lambda" })).toBeVisible();
});

test("the built product knows nothing of the dev server's loosened policy", async ({ page, server }) => {
  const answer = await page.request.get(server.origin);
  expect(answer.headers()["content-security-policy"]).toContain("script-src 'self'; style-src 'self';");
  const dist = fileURLToPath(new URL("../dist", import.meta.url));
  const texts = readdirSync(dist, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:js|html)$/.test(path) && !path.startsWith("bench"))
    .map((path) => readFileSync(join(dist, path), "utf8"));
  expect(texts.some((text) => text.includes("script-src 'self'"))).toBe(true);
  expect(texts.filter((text) => text.includes("'nonce-"))).toEqual([]);
});

/** What lies in the second copy, as text. */
function secondCopies(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bucket = await (
      navigator as unknown as { storageBuckets: { open(name: string): Promise<{ indexedDB: IDBFactory }> } }
    ).storageBuckets.open("stepwire-second-copy");
    const opened = bucket.indexedDB.open("stepwire-second-copy");
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    const request = database.transaction("copies").objectStore("copies").getAll();
    const records = await new Promise<unknown[]>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return JSON.stringify(records);
  });
}

test("a large pipeline has a second copy too", async ({ page, editor }) => {
  const lines = Array.from({ length: 4_000 }, (_, line) => `line ${line} of a long configuration`);
  const step = { Name: "Work", Type: "Lambda", FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f" };
  const definition = { Version: "2020-12-01", Steps: [{ ...step, Arguments: { configuration: lines.join("\n") } }] };
  // What nobody holds is gone by then.
  await page.requestGC();
  await editor.open({ name: "large.json", text: JSON.stringify(definition) });
  await expect(editor.step("Work")).toBeVisible();
  await expect.poll(() => secondCopies(page), { timeout: 20_000 }).toContain("line 3999 of a long configuration");
});

test("pipelines come back from their second copy when the browser has lost its storage", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await editor.renameStep("Train", "TrainAgain");
  await expect.poll(() => secondCopies(page)).toContain("TrainAgain");
  await page.getByRole("link", { name: /^Pipelines/ }).click();
  await expect(page.getByRole("heading", { name: "Recent pipelines" })).toBeVisible();
  await page.evaluate(() => {
    const request = indexedDB.deleteDatabase("stepwire");
    return new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onerror = reject;
    });
  });
  await page.reload();
  await expect(page.getByText("One pipeline was brought back from the second copy")).toBeVisible();
  await page.getByRole("link", { name: /^churn-training/ }).click();
  await expect(editor.step("TrainAgain")).toBeVisible();
});

test("a second tab reads along until it is told to edit here", async ({ page, editor, context, server }) => {
  await editor.beginWithLambda();

  const second = await context.newPage();
  await second.goto(server.origin);
  const canvas = second.getByRole("region", { name: "Canvas" });
  await expect(canvas.getByRole("group", { name: "Lambda", exact: true })).toBeVisible();
  await expect(second.getByText("Read only")).toBeVisible();
  await editor.addByClick("Fail");
  await expect(canvas.getByRole("group", { name: "Fail", exact: true })).toBeVisible();

  await second.getByRole("button", { name: "Edit here" }).click();
  await expect(second.getByText("Read only")).toBeHidden();
  await expect(page.getByText("Read only")).toBeVisible();
  await second.getByRole("region", { name: "Palette" }).getByRole("button", { name: "Model", exact: true }).click();
  // The other tab looks at another part of the canvas; its outline has everything.
  await page.getByRole("tab", { name: "Outline" }).click();
  await expect(editor.region("Outline").getByRole("treeitem", { name: "Model", exact: true })).toBeVisible();
});

test("pipelines are renamed, duplicated and deleted on the start page, and a deleted one comes back", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: /^Pipelines/ }).click();
  const recent = page.getByRole("region", { name: "Recent pipelines" });
  await recent.getByRole("button", { name: "Rename churn-training" }).click();
  const name = recent.getByRole("textbox", { name: "New name of churn-training" });
  await name.fill("churn training");
  await expect(recent.getByRole("alert")).toContainText("letters, digits and single hyphens");
  await name.fill("churn");
  await name.press("Enter");
  await expect(recent.getByRole("link", { name: "churn", exact: true })).toBeVisible();

  await recent.getByRole("button", { name: "Duplicate churn", exact: true }).click();
  await expect(recent.getByRole("link")).toHaveCount(2);

  await recent.getByRole("button", { name: "Delete churn", exact: true }).click();
  await expect(recent.getByRole("link", { name: "churn", exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(recent.getByRole("link", { name: "churn", exact: true })).toBeVisible();
});

test("the pipeline is renamed in the top bar, and a name that SageMaker refuses says why", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await page.getByRole("button", { name: "pipeline", exact: true }).press("F2");
  const field = page.getByRole("textbox", { name: "Name of the pipeline" });
  await field.fill("-x");
  await expect(page.getByText("begins and ends with a letter or digit")).toBeVisible();
  await field.fill("abalone");
  await field.press("Enter");
  await expect(page).toHaveTitle(/^abalone/);
  await editor.undo();
  await expect(page).toHaveTitle(/^pipeline/);
});

test("the command palette adds a step, and Ctrl+F finds one", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await expect(editor.step("Train")).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Commands" }).fill("add fail");
  await page.keyboard.press("Enter");
  await expect(editor.step("Fail")).toBeVisible();
  await page.keyboard.press("Control+f");
  await page.getByRole("combobox", { name: "Find a step" }).fill("prep");
  await page.keyboard.press("Enter");
  await expect(editor.region("Inspector").getByLabel("Name", { exact: true })).toHaveValue("Preprocess");
});

test("the dark look stays after a reload", async ({ page }) => {
  await page.getByRole("button", { name: "Look: light or dark" }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  const scheme = () => page.evaluate(() => getComputedStyle(document.body).colorScheme);
  await expect.poll(scheme).toBe("dark");
  await page.reload();
  await expect.poll(scheme).toBe("dark");
});
