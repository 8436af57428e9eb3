import { test as base, expect } from "@playwright/test";
import { Editor } from "./support/editor";
import { referenceDefinition } from "./support/referenceDefinition";
import { VsCodeWindow } from "./support/vsCode";

const path = "/work/pipelines/churn.pipeline.json";
const text = `${JSON.stringify(referenceDefinition, null, 4)}\n`;

const test = base.extend<{ vsCode: VsCodeWindow; editor: Editor }>({
  vsCode: async ({ page }, use) => {
    const vsCode = new VsCodeWindow(page);
    await vsCode.start();
    await use(vsCode);
    await vsCode.stop();
  },
  editor: async ({ page }, use) => use(new Editor(page)),
});

test("a definition is edited in VS Code: nothing is written by opening, undo is VS Code's, nothing is asked of anybody", async ({
  page,
  vsCode,
  editor,
}) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const { code } = vsCode;
  const document = code.open(path, text);
  await vsCode.edit(document);
  await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
  await expect(page.locator("body")).toHaveClass(/awsui-dark-mode/);
  expect([document.version, code.written]).toEqual([1, []]);
  await expect(editor.button("Deploy")).toHaveCount(0);
  // The picture changes the text, in its own style.
  await editor.renameStep("CreateModel", "Registered");
  await expect.poll(document.getText).toBe(text.replace('"Name": "CreateModel"', '"Name": "Registered"'));
  // The text changes the picture, and what is selected stays so.
  document.change(document.getText().replace('"Name": "Train"', '"Name": "Fit"').replace("Steps.Train.", "Steps.Fit."));
  await expect(editor.step("Fit")).toBeVisible();
  await expect(editor.control("Name")).toHaveValue("Registered");
  await editor.undo();
  await expect(editor.step("Train")).toBeVisible();
  await editor.canvas.press("Control+z");
  await expect(editor.step("CreateModel")).toBeVisible();
  await expect.poll(document.getText).toBe(text);
  // A text that is no definition.
  document.change(text.replace('"Steps": [', '"Steps": [,'));
  await expect(page.getByText(/The text of churn\.pipeline\.json is no definition now: .*line \d+:\d+/)).toBeVisible();
  await expect(editor.step("Train")).toBeVisible();
  await page.getByRole("button", { name: "Show the place" }).click();
  await expect.poll(() => code.shownTexts).toEqual([{ path, line: expect.any(Number) }]);
  document.undo();
  await expect(page.getByText(/is no definition now/)).toHaveCount(0);
  await editor.canvas.press("Control+s");
  await expect.poll(() => document.isDirty).toBe(false);
  expect(vsCode.elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});
