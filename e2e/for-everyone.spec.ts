import { expect, test } from "./support/test";

test("each page has one heading of the first rank", async ({ page, editor }) => {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("New pipeline");
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("pipeline");
});

test("the keyboard goes into what it opens, and comes back from there on Escape", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  await editor.button("Tidy").focus();
  for (const [keys, list] of [
    ["Control+k", "Commands"],
    ["Control+f", "Find a step"],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole("combobox", { name: list })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(editor.button("Tidy")).toBeFocused();
  }
  await editor.button("Run").focus();
  await page.keyboard.press("Enter");
  // Not on Close: the first thing that one may want to fill in.
  await expect(page.getByRole("dialog").getByRole("textbox").first()).toBeFocused();
});

test("the buttons of references are large enough to be hit", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  const small: string[] = [];
  for (const step of ["Train", "CreateModel"]) {
    await editor.selectStep(step);
    await expect(
      editor
        .region("Inspector")
        .getByRole("button", { name: /^Reference for/ })
        .first(),
    ).toBeVisible();
    for (const button of await editor
      .region("Inspector")
      .getByRole("button", { name: /^(Reference for|Remove) / })
      .all()) {
      const box = await button.boundingBox();
      if (box !== null && (box.width < 24 || box.height < 24))
        small.push(`${await button.getAttribute("aria-label")}: ${box.width} × ${box.height}`);
    }
  }
  expect(small).toEqual([]);
});
