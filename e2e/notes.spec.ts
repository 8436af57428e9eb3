import { expect, test } from "./support/test";

test("notes and groups are kept with the document, and are no part of the definition", async ({ editor, page }) => {
  const lambda = (Name: string) => ({
    Name,
    Type: "Lambda",
    Arguments: {},
    FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:n",
  });
  const text = JSON.stringify({ Version: "2020-12-01", Steps: [lambda("Prepare"), lambda("Notify")] });
  await editor.open({ name: "noted.json", text });
  await expect(editor.step("Prepare")).toBeVisible();

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Commands" }).fill("add a note");
  await page.keyboard.press("Enter");
  const box = page.getByRole("textbox", { name: "Text of the note, Markdown" });
  await box.fill("Ask **Ada** first\n\n- each month");
  await box.press("Control+Enter");
  const note = editor.canvas.getByRole("group", { name: "Ask **Ada** first" });
  await expect(note.getByRole("listitem")).toHaveText("each month");

  await note.press("Shift+F10");
  await page.getByRole("menuitemradio", { name: "Green" }).click();
  const place = await note.boundingBox();
  await note.press("ArrowRight");
  await expect.poll(async () => (await note.boundingBox())?.x).toBeGreaterThan(place?.x ?? 0);

  await editor.selectStep("Prepare");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Commands" }).fill("group 2 steps");
  await page.keyboard.press("Enter");
  const frame = editor.canvas.getByRole("button", { name: "Group Group" });
  await frame.press("F2");
  await page.getByRole("textbox", { name: "Title" }).fill("Every month");
  await page.keyboard.press("Enter");
  await expect(editor.canvas.getByRole("button", { name: "Group Every month" })).toBeVisible();

  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  const kept = editor.canvas.getByRole("button", { name: "Group Every month" });
  await expect(kept).toBeVisible();
  await expect(note).toBeVisible();
  const before = await editor.step("Notify").boundingBox();
  const title = await kept.boundingBox();
  if (title === null || before === null) throw new Error("nothing is on the screen");
  await page.mouse.move(title.x + 10, title.y + 10);
  await page.mouse.down();
  await page.mouse.move(title.x + 60, title.y + 70, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await editor.step("Notify").boundingBox())?.y).toBeGreaterThan(before.y + 40);
  await editor.undo();
  await expect
    .poll(async () => Math.round((await editor.step("Notify").boundingBox())?.y ?? 0))
    .toBe(Math.round(before.y));

  const definition = await editor.openPanel("Definition");
  await expect(definition).toContainText("Prepare");
  await expect(definition).not.toContainText("Ada");
  await expect(definition).not.toContainText("Every month");
});
