import type { Page } from "@playwright/test";
import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

const text = JSON.stringify(referenceDefinition);
const width = async (page: Page, name: string) =>
  (await page.getByRole("region", { name, exact: true }).boundingBox())?.width ?? 0;

test("the panels beside the canvas are made wider, put away, and found again as they were left", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "churn.json", text });
  const [palette, inspector] = [await width(page, "Palette"), await width(page, "Inspector")];
  await page.getByRole("separator", { name: "Width of the palette" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  expect(await width(page, "Palette")).toBe(palette + 48);
  const edge = await page.getByRole("separator", { name: "Width of the inspector" }).boundingBox();
  const y = (edge?.y ?? 0) + 300;
  await page.mouse.move((edge?.x ?? 0) + 4, y);
  await page.mouse.down();
  await page.mouse.move((edge?.x ?? 0) - 96, y, { steps: 4 });
  await page.mouse.up();
  expect(Math.abs((await width(page, "Inspector")) - inspector - 100)).toBeLessThan(3);

  await page.getByRole("button", { name: "Fold the palette" }).click();
  await expect(page.getByRole("searchbox", { name: "Find a step type" })).toHaveCount(0);
  await page.getByRole("button", { name: "Inspector", exact: true }).click();
  await expect(editor.region("Inspector")).toHaveCount(0);
  await page.reload();
  await expect(editor.step("Train")).toBeVisible();
  await expect(page.getByRole("searchbox", { name: "Find a step type" })).toHaveCount(0);
  await expect(editor.region("Inspector")).toHaveCount(0);

  // Whoever asks for a field sees it.
  const panel = await editor.openPanel("Problems");
  await panel.getByRole("button", { name: /^Show Preprocess/ }).click();
  await expect(editor.region("Inspector")).toBeVisible();
});

for (const size of [720, 512]) {
  test(`all of the top bar is reached at ${size} px`, async ({ page, editor }) => {
    await editor.open({ name: "churn.json", text });
    await page.setViewportSize({ width: size, height: 700 });
    for (const name of ["Undo", "Run", "Deploy", "More: open, export, target, look", "Inspector"]) {
      const box = await page.getByRole("button", { name, exact: true }).boundingBox();
      expect((box?.x ?? size) + (box?.width ?? 0), name).toBeLessThanOrEqual(size);
    }
    await page.getByRole("button", { name: "More: open, export, target, look" }).click();
    await page.getByRole("menuitemcheckbox", { name: "Dark" }).click();
    await expect(page.locator("body")).toHaveClass(/dark/);
  });
}
