import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { importFiles, severalDefinitions } from "../src/testing/fixtures";
import { everyNth } from "../src/testing/fullTier";
import { heldFile } from "./support/dragging";
import type { Editor } from "./support/editor";
import { expect, test } from "./support/test";

const files = importFiles();

/** Lets go of a file over the page. */
async function drop({ page }: Editor, name: string, text: string): Promise<void> {
  const dataTransfer = await heldFile(page, name, text);
  await page.dispatchEvent("main", "dragover", { dataTransfer });
  await page.dispatchEvent("main", "drop", { dataTransfer });
}

/** Lets go of files and folders of the computer, as the browser's own drag does. */
async function dropPaths(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const)
    await session.send("Input.dispatchDragEvent", { type, x: 500, y: 400, data });
}

const textOf = (name: string) => files.find(({ file }) => file === name)?.text ?? "";

async function paste({ page }: Editor, text: string): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", given);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const nameOf = (file: string) =>
  file.replace(/(\.(json|ya?ml|template|tf|tftpl|tfstate|ipynb|txt))+$/, "").replaceAll(".", "-");

/** One file of each form; all of them take their time in a browser, and differ in what the unit tests read. */
const oneOfEach = files.filter(
  ({ expected }, i) => files.findIndex((one) => one.expected.label === expected.label) === i,
);

/** What is read of a file is the same by whichever way it came: by a drop and a paste every third is tried, in the full tier each. */
const someOfEach = everyNth(3, oneOfEach);

/** A new document stands on the canvas, wired, under its name. */
async function expectOpened(editor: Editor, name: string, before: string): Promise<void> {
  await expect.poll(() => editor.page.url()).not.toBe(before);
  await expect(editor.step("Prepare")).toBeVisible();
  await expect(editor.edgesBetween("Prepare", "Fit")).toHaveCount(1);
  await expect(editor.page).toHaveTitle(new RegExp(`^${name}`));
}

test("every form of a definition opens by Open", async ({ editor, page }) => {
  test.slow();
  for (const { file, text, expected } of oneOfEach)
    await test.step(file, async () => {
      const before = page.url();
      await editor.open({ name: file, text });
      await expectOpened(editor, expected.name ?? nameOf(file), before);
    });
});

test("forms of a definition open by a drop", async ({ editor, page }) => {
  await expect(editor.button("Open")).toBeVisible();
  for (const { file, text, expected } of someOfEach)
    await test.step(file, async () => {
      const before = page.url();
      await drop(editor, file, text);
      await expectOpened(editor, expected.name ?? nameOf(file), before);
    });
});

test("forms of a definition open by a paste on the start page", async ({ editor, page }) => {
  for (const { file, text, expected } of someOfEach)
    await test.step(file, async () => {
      await expect(page.getByRole("heading", { name: "New pipeline" })).toBeVisible();
      const before = page.url();
      await paste(editor, text);
      await expectOpened(editor, expected.name ?? "pasted-pipeline", before);
      await page.getByRole("link", { name: /^Pipelines/ }).click();
    });
});

test("pasted on the canvas, a notebook's definition adds its steps and parameters", async ({ editor, page }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await expect(editor.canvas).toBeVisible();
  await paste(editor, textOf("notebook-print.ipynb"));
  await expect(editor.edgesBetween("Prepare", "Fit")).toHaveCount(1);
  expect(JSON.parse(await editor.exportJson()).Parameters).toHaveLength(1);
  await editor.undo();
  await expect(editor.step("Prepare")).toHaveCount(0);
});

test("of several pipelines in a file the person picks one, by mouse or by keys", async ({ editor, page }) => {
  const text = severalDefinitions("two-pipelines.yaml");
  await editor.open({ name: "two-pipelines.yaml", text });
  const question = page.getByRole("dialog", { name: "Which pipeline of two-pipelines.yaml?" });
  await expect(question.getByRole("option")).toHaveText([/churn.*the body of Churn/, /fraud.*the body of Fraud/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(editor.step("FraudStep")).toBeVisible();
  await expect(question).toHaveCount(0);
  await expect(page).toHaveTitle(/^fraud/);

  await drop(editor, "two-pipelines.yaml", text);
  await question.getByRole("option", { name: /^churn/ }).click();
  await expect(editor.step("ChurnStep")).toBeVisible();

  await paste(editor, text);
  await page.getByRole("option", { name: /^fraud/ }).click();
  await expect(editor.step("FraudStep")).toBeVisible();
  await expect(editor.step("ChurnStep")).toBeVisible();
});

test("a dropped folder and a zip file open the definition in them, and ask where there are several", async ({
  editor,
  page,
}, info) => {
  const folder = info.outputPath("project");
  mkdirSync(join(folder, "ml"), { recursive: true });
  writeFileSync(join(folder, "README.md"), "# Hello");
  writeFileSync(join(folder, "ml", "churn.ipynb"), textOf("notebook-describe.ipynb"));
  await expect(editor.button("Open")).toBeVisible();
  await dropPaths(page, [folder]);
  await expect(editor.step("Prepare")).toBeVisible();
  await expect(page).toHaveTitle(/^churn/);

  const zip = info.outputPath("two.zip");
  const files = { "a.json": textOf("definition.json"), "b.yaml": severalDefinitions("two-pipelines.yaml") };
  writeFileSync(zip, zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))));
  await editor.open(zip);
  const question = page.getByRole("dialog", { name: "Which pipeline of two.zip?" });
  await expect(question.getByRole("option")).toHaveText([/a\.json/, /churn.*the body of Churn of b\.yaml/, /fraud/]);
  await question.getByRole("option", { name: /^fraud/ }).click();
  await expect(editor.step("FraudStep")).toBeVisible();
});

test("what cannot be opened is named for what it is", async ({ editor, page }) => {
  await editor.open({ name: "train.py", text: "import sagemaker\n" });
  await expect(page.getByRole("alert")).toContainText(
    "This is a Python program. Run `print(pipeline.definition())` and open what it prints.",
  );
  await paste(editor, "StartAt: A\nResources:\n  B: {Type: AWS::S3::Bucket}\n");
  await expect(page.getByRole("alert")).toContainText("has no resource of type AWS::SageMaker::Pipeline");
});
