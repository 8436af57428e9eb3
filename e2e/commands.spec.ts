import { expect, test } from "./support/test";

test.beforeEach(async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await expect(editor.step("Train")).toBeVisible();
});

test("the palette adds, undoes and deploys, says the keys, and does nothing where a command cannot be done", async ({
  page,
  editor,
}) => {
  const open = async (words: string) => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Commands" }).fill(words);
  };
  const options = page.getByRole("dialog", { name: "Commands" }).getByRole("option");

  await open("undo");
  await expect(options.first()).toContainText("Ctrl+Z");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Commands" })).toBeVisible();
  await page.keyboard.press("Escape");

  await open("add fail");
  await page.keyboard.press("Enter");
  await expect(editor.step("Fail")).toBeVisible();
  await open("undo");
  await page.keyboard.press("Enter");
  await expect(editor.step("Fail")).toHaveCount(0);

  await open("deploy");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /Deploy/ })).toBeVisible();
});

test("a field is found in the palette, and the question mark shows every command with keys", async ({
  page,
  editor,
}) => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Commands" }).fill("train role arn");
  await page.keyboard.press("Enter");
  await expect(editor.region("Inspector").getByLabel("Name", { exact: true })).toHaveValue("Train");

  await editor.canvas.click({ position: { x: 8, y: 8 } });
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toBeVisible();
  for (const keys of ["Ctrl+Z", "Ctrl+K", "Ctrl+F", "Delete"])
    await expect(sheet.getByText(keys, { exact: true }).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});

test("the list of what a field can read is seen whole, low in the form too", async ({ page, editor }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await editor.step("Train").click();
  const inspector = editor.region("Inspector");
  await inspector.getByRole("button", { name: "Reference for S3 URI" }).first().click();
  await expect(inspector.getByRole("listbox")).toBeInViewport({ ratio: 1 });
});
