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
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Commands" }).fill("zoom in");
  await page.keyboard.press("Enter");
  await expect(editor.button("Tidy")).toBeFocused();
  await editor.step("Lambda").press("Shift+F10");
  await page.getByRole("menuitem", { name: "Show fields and outputs…" }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(editor.step("Lambda")).toBeFocused();
  await editor.button("Run").focus();
  await page.keyboard.press("Enter");
  // Not on Close: the first thing that one may want to fill in.
  await expect(page.getByRole("dialog").getByRole("textbox").first()).toBeFocused();
});

test("the buttons of references are large enough to be hit", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  const inspector = editor.region("Inspector");
  const small: string[] = [];
  for (const step of ["Train", "CreateModel"]) {
    await editor.selectStep(step);
    await expect(inspector.getByRole("heading", { name: step, exact: true })).toBeVisible();
    await expect(inspector.getByRole("button", { name: /^Reference for/ }).first()).toBeVisible();
    // All at one moment: the form grows while it loads.
    const buttons = await inspector.getByRole("button", { name: /^(Reference for|Remove) / }).evaluateAll((all) =>
      all.map((button) => {
        const { width, height } = button.getBoundingClientRect();
        return { name: button.getAttribute("aria-label"), width, height };
      }),
    );
    expect(buttons.length).toBeGreaterThan(2);
    for (const { name, width, height } of buttons)
      if (width < 24 || height < 24) small.push(`${name}: ${width} × ${height}`);
  }
  expect(small).toEqual([]);
});
