import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

/** The reference scenario with a path typed in where an output should have been referenced, and a step that lacks its fields. */
function floating(): string {
  const definition = structuredClone(referenceDefinition) as { Steps: { Arguments: object; [key: string]: unknown }[] };
  const steps: unknown[] = definition.Steps;
  steps.push({ Name: "Alone", Type: "Training", Arguments: {} });
  return JSON.stringify(definition);
}

test("problems are listed live, and Show leads to the field", async ({ page, editor }) => {
  await editor.open({ name: "floating.json", text: floating() });
  await page.getByRole("button", { name: "Problems", exact: false }).first().click();
  const panel = editor.region("Problems");
  await expect(panel.getByText("Alone needs OutputDataConfig.")).toBeVisible();
  await expect(panel.getByText("required-missing · Arguments.OutputDataConfig")).toBeVisible();
  await panel.getByRole("button", { name: "Show Alone: Alone needs OutputDataConfig." }).click();
  await expect(editor.region("Inspector").getByRole("heading", { name: "Alone" })).toBeVisible();

  const count = await panel.getByRole("listitem").count();
  await editor.step("Alone").click({ position: { x: 60, y: 12 } });
  await page.keyboard.press("Delete");
  await expect(panel.getByText(/Alone/)).toHaveCount(0);
  await editor.undo();
  await expect(panel.getByRole("listitem")).toHaveCount(count);
});

test("the list goes by the arrow keys, and Enter shows", async ({ page, editor }) => {
  await editor.open({ name: "floating.json", text: floating() });
  const panel = await editor.openPanel("Problems");
  await panel
    .getByRole("button", { name: /^Alone needs/ })
    .first()
    .focus();
  await page.keyboard.press("ArrowDown");
  await expect(panel.getByRole("button", { name: /^Alone needs/ }).nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(editor.region("Inspector").getByRole("heading", { name: "Alone" })).toBeVisible();
});

test("a new step has things to do; they are problems once one was there, asks, or deploys", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "floating.json", text: JSON.stringify(referenceDefinition) });
  const top = page.getByRole("banner").getByRole("button", { name: /No problems|Problem|To do/ });
  await expect(top).toContainText("No problems");
  const undo = editor.button("Undo");
  const place = await undo.boundingBox();
  await editor.addByClick("Transform");
  await expect(top).toContainText("To do");
  expect(await undo.boundingBox()).toEqual(place);
  await expect(editor.step("Transform").getByRole("img", { name: "4 to do" })).toBeVisible();

  const inspector = editor.region("Inspector");
  await inspector.getByRole("textbox", { name: "Model name" }).click();
  await inspector.getByRole("heading", { name: "Transform", exact: true }).click();
  await expect(top).toContainText("Problem");
  await expect(editor.step("Transform").getByRole("img", { name: "2 problems" })).toBeVisible();

  const panel = await editor.openPanel("Problems");
  await expect(panel.getByRole("button", { name: "2 to do" })).toBeVisible();
  await panel.getByRole("button", { name: "Show Transform: Transform needs TransformOutput.S3OutputPath." }).click();
  await expect(inspector.getByRole("textbox", { name: "S3 output path" })).toBeFocused();
  await panel.getByRole("button", { name: "Check now" }).click();
  await expect(panel.getByRole("button", { name: /to do$/ })).toHaveCount(0);
  await expect(editor.step("Transform").getByRole("img", { name: "4 problems" })).toBeVisible();
});

test("a Fail step has nothing that others could wait for", async ({ editor }) => {
  await editor.beginWithLambda();
  await editor.addByClick("Fail");
  await expect(editor.step("Fail").getByLabel("Before Fail")).toBeVisible();
  await expect(editor.step("Fail").getByLabel("After Fail")).toHaveCount(0);
  const panel = await editor.openPanel("Problems");
  await expect(panel.getByText("Move it into a branch, or let it wait for a step.")).toBeVisible();
});
