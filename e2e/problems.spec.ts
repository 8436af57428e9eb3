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
