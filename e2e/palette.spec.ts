import type { Editor } from "./support/editor";
import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

const train = { ...referenceDefinition, Steps: referenceDefinition.Steps.slice(0, 2) };

/** Adds a Model step while Train is selected: a wire is proposed. */
async function addBehindTrain(editor: Editor): Promise<void> {
  await editor.open({ name: "train.json", text: JSON.stringify(train) });
  await editor.selectStep("Train");
  await editor.addByClick("Model");
}

test("a type is found by what people call it, and Enter adds it", async ({ page, editor }) => {
  await editor.beginWithLambda();
  await page.getByRole("searchbox", { name: "Find a step type" }).fill("if");
  await expect(editor.paletteEntry("Condition").locator("kbd")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(editor.step("Condition")).toBeFocused();
});

test("a clicked type lands behind the selected step; Tab takes the wire that is proposed, and the next Tab goes on", async ({
  page,
  editor,
}) => {
  await addBehindTrain(editor);
  const [from, to] = [await editor.step("Train").boundingBox(), await editor.step("Model").boundingBox()];
  expect(to?.x).toBeGreaterThan((from?.x ?? 0) + (from?.width ?? 0));
  expect(Math.abs((to?.y ?? 0) - (from?.y ?? 0))).toBeLessThan(4);
  await expect(editor.step("Model")).toBeFocused();
  await expect(editor.canvas.getByText("Tab S3ModelArtifacts → ModelDataUrl")).toBeVisible();

  await page.keyboard.press("Tab");
  await expect(editor.edge("Train S3ModelArtifacts to Model ModelDataUrl")).toBeVisible();
  await expect(editor.step("Model")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(editor.step("Model")).not.toBeFocused();
  await editor.undo();
  await expect(editor.edge("Train S3ModelArtifacts to Model ModelDataUrl")).toHaveCount(0);
});

test("Escape does not take the proposed wire, nor does Tab where the step has not the focus", async ({
  page,
  editor,
}) => {
  await addBehindTrain(editor);
  const proposed = editor.canvas.getByText("Tab S3ModelArtifacts → ModelDataUrl");
  await expect(proposed).toBeVisible();
  await page.getByRole("searchbox", { name: "Find a step type" }).focus();
  await page.keyboard.press("Tab");
  await expect(editor.edgesBetween("Train", "Model")).toHaveCount(0);
  await editor.step("Model").focus();
  await page.keyboard.press("Escape");
  await expect(proposed).toHaveCount(0);
  await expect(editor.step("Model")).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(editor.edgesBetween("Train", "Model")).toHaveCount(0);
});
