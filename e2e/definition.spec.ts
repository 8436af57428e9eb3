import type { Locator, Page } from "@playwright/test";
import type { Editor } from "./support/editor";
import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

const text = JSON.stringify(referenceDefinition);
const box = (page: Page) => page.getByRole("textbox", { name: "Definition", exact: true });

/** Finds a text in the panel with its own search, so that what is typed next replaces it. */
async function select(page: Page, found: string): Promise<void> {
  await box(page).click();
  await page.keyboard.press("Control+F");
  await page.keyboard.press("Control+A");
  await page.keyboard.type(found);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(box(page)).toBeFocused();
}

/** Opens the definition and takes the quotes of a value away: it does not parse any more. */
async function leaveUnquoted(page: Page, editor: Editor): Promise<Locator> {
  await editor.open({ name: "churn.json", text });
  const panel = await editor.openPanel("Definition");
  await select(page, '"prefix": "churn"');
  await page.keyboard.type('"prefix": churn');
  return panel;
}

test("what is typed in the definition shows on the canvas, and is one step of undo", async ({ page, editor }) => {
  await editor.open({ name: "churn.json", text });
  await editor.openPanel("Definition");
  await select(page, '"Name": "CreateModel"');
  await page.keyboard.type('"Name": "Registered"');
  await expect(editor.step("Registered")).toBeVisible();
  await expect(editor.step("CreateModel")).toHaveCount(0);
  await editor.canvas.click({ position: { x: 20, y: 20 } });
  await editor.undo();
  await expect(editor.step("CreateModel")).toBeVisible();
  await expect(editor.button("Undo")).toBeDisabled();
  await editor.redo();
  await expect(editor.step("Registered")).toBeVisible();
});

test("a text that does not parse keeps the last good canvas and says where; Escape takes it back", async ({
  page,
  editor,
}) => {
  const panel = await leaveUnquoted(page, editor);
  await expect(panel.getByRole("button", { name: /^\d+:\d+$/ })).toBeVisible();
  await expect(panel.getByText(/canvas keeps the last good definition/)).toBeVisible();
  await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel.getByRole("button", { name: /^\d+:\d+$/ })).toHaveCount(0);
  expect(JSON.parse(await editor.exportJson())).toEqual(referenceDefinition);
  await expect(editor.button("Undo")).toBeDisabled();
});

test("a change on the canvas shows in the text, and keys typed there are not the canvas' own", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "churn.json", text });
  await editor.selectStep("Train");
  await page.keyboard.press("Control+D");
  await editor.openPanel("Definition");
  await select(page, '"Name": "Train2"');
  await page.keyboard.press("Control+Z");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Escape");
  await expect(editor.step("Train2")).toBeVisible();
  await expect(editor.step("Train")).toBeVisible();
});

test("a text that does not parse is kept as a draft while its tab is closed, and a dot says so", async ({
  page,
  editor,
}) => {
  const panel = await leaveUnquoted(page, editor);
  await expect(panel.getByText(/kept as a draft/)).toBeVisible();
  const tab = page.getByRole("tab", { name: "Definition draft" });
  await tab.click();
  await expect(panel).toHaveCount(0);
  await editor.addByClick("Lambda");
  await tab.click();
  await expect(panel.getByText(/kept as a draft/)).toBeVisible();
  await select(page, '"prefix": churn');
  await page.keyboard.type('"prefix": "draft"');
  await panel.getByRole("button", { name: "Put the draft in its place" }).click();
  await expect(editor.step("Lambda")).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Definition", exact: true })).toBeVisible();
  expect(await editor.exportJson()).toContain('"draft"');
});
