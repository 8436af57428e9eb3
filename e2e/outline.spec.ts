import type { Page } from "@playwright/test";
import { expect, test } from "./support/test";

async function openOutline(page: Page) {
  await page.getByRole("tab", { name: "Outline" }).click();
  return page.getByRole("region", { name: "Outline" }).getByRole("tree");
}

test("every step and edge is listed as a sentence and can be gone to by keyboard", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  const tree = await openOutline(page);
  await expect(tree.getByRole("treeitem")).toHaveText([
    /^.?Preprocess/,
    /^.?Train/,
    "reads Preprocess train_path in Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri",
    /^.?CreateModel/,
    "reads Train ModelArtifacts.S3ModelArtifacts in Arguments.PrimaryContainer.ModelDataUrl",
  ]);
  await tree.getByRole("treeitem", { name: "Preprocess", exact: true }).focus();
  for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await expect(editor.region("Inspector").getByLabel("Name", { exact: true })).toHaveValue("CreateModel");
  await expect(tree.getByRole("treeitem", { name: "CreateModel", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

test("a step folds by keyboard, and the filter finds an edge by what it reads", async ({ page }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  const tree = await openOutline(page);
  await tree.getByRole("treeitem", { name: "Train", exact: true }).press("ArrowLeft");
  await expect(tree.getByRole("treeitem")).toHaveCount(4);
  await page.keyboard.press("ArrowRight");
  await expect(tree.getByRole("treeitem")).toHaveCount(5);
  await page.getByRole("searchbox", { name: "Find a step or an edge" }).fill("train_path");
  await expect(tree.getByRole("treeitem")).toHaveCount(1);
});
