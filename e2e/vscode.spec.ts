import { test as base, expect } from "@playwright/test";
import { noteFaults, tries } from "../src/testing/fullTier";
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

test("text and picture agree over random edits from both sides", async ({ page, vsCode, editor }) => {
  const edits = tries(40, 200);
  test.setTimeout(edits * 3_000);
  const { code } = vsCode;
  const document = code.open(path, text);
  await vsCode.edit(document);
  await expect(editor.step("Train")).toBeVisible();
  const names = () =>
    (JSON.parse(document.getText()) as typeof referenceDefinition).Steps.map(({ Name }) => String(Name));
  const inPicture = async () => {
    code.answers.push(code.api.Uri.file("/work/exported.json"));
    await editor.button("Export").click();
    await page.getByRole("menuitem", { name: "Download JSON file", exact: true }).click();
    await expect.poll(() => code.files.has("/work/exported.json")).toBe(true);
    const exported = code.files.get("/work/exported.json") ?? "";
    code.files.delete("/work/exported.json");
    return JSON.parse(exported);
  };
  const cards = editor.canvas.locator("[aria-roledescription=step]");
  const inView = () => cards.evaluateAll((all) => all.map((card) => card.getAttribute("aria-label") ?? "").sort());
  let state = 17;
  const below = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  let count = 0;
  const picture = [
    () => editor.renameStep(names()[below(names().length)] ?? "", `P${++count}`),
    async () => {
      await editor.selectStep(names()[below(names().length)] ?? "");
      await page.keyboard.press("ArrowRight");
    },
    () => editor.addByClick("Fail"),
    () => editor.canvas.press("Control+z"),
    () => editor.canvas.press("Control+Shift+z"),
    async () => {
      if (names().length < 3) return;
      await editor.selectStep(names().at(-1) ?? "");
      await page.keyboard.press("Delete");
    },
  ];
  const written = [
    () => document.change(document.getText().replaceAll(/"my-bucket\d*"/g, `"my-bucket${++count}"`)),
    () => document.change(document.getText().replace(`"Name": "${names()[0]}"`, `"Name": "T${++count}"`)),
    () => document.change(document.getText().replace('"VolumeSizeInGB": ', `"VolumeSizeInGB": ${1 + below(9)}`)),
    () => document.undo(),
    () => document.redo(),
  ];
  let faults = 0;
  for (let edit = 0; edit < edits; edit++) {
    const side: readonly (() => unknown)[] = below(2) === 0 ? picture : written;
    await side[below(side.length)]?.();
    // Both sides are asked each time: an edit of the picture is still on its way to the text.
    await expect.poll(async () => String(await inView()) === String([...names()].sort())).toBe(true);
    if (edit % 10 !== 9) continue;
    const differs = JSON.stringify(await inPicture()) !== JSON.stringify(JSON.parse(document.getText()));
    if (differs) faults++;
  }
  noteFaults("random edits in VS Code from both sides after which text and picture differ", faults, edits);
  expect(faults).toBe(0);
  expect(vsCode.elsewhere).toEqual([]);
});
