import type { Page } from "@playwright/test";
import { strToU8, zipSync } from "fflate";
import { heldFile } from "./support/dragging";
import { expect, test } from "./support/test";

const code = `def lambda_handler(event, context):
    train_path = f"s3://{event['bucket']}/{event['prefix']}/train.csv"
    return {"statusCode": 200, "body": "ok", "train_path": train_path}
`;

async function openCode(page: Page) {
  const inspector = page.getByRole("region", { name: "Inspector", exact: true });
  await inspector.getByRole("tab", { name: "Outputs" }).click();
  await inspector.getByRole("button", { name: "Read from code" }).click();
  await expect(inspector.getByLabel("Handler code")).toBeFocused();
  return inspector;
}

test("a function's code becomes a step's outputs and arguments, and one undo takes them back", async ({
  page,
  editor,
}) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  const inspector = await openCode(page);
  await inspector.getByLabel("Handler code").fill(code);
  const found = inspector.getByRole("region", { name: "Outputs found in the code" });
  await expect(found.getByRole("checkbox", { name: "train_path" })).toBeChecked();
  await inspector.getByRole("checkbox", { name: "Add argument bucket" }).check();
  await inspector.getByRole("checkbox", { name: "Add argument prefix" }).check();
  await inspector.getByRole("button", { name: "Declare 3 outputs and add 2 arguments" }).click();

  await expect(editor.output("train_path", "Lambda")).toBeVisible();
  await expect(editor.output("statusCode", "Lambda")).toBeVisible();
  await expect(inspector.getByLabel("Name of train_path", { exact: true })).toBeVisible();
  await expect(found.getByText("declared")).toHaveCount(3);
  await editor.undo();
  await expect(editor.output("train_path", "Lambda")).toHaveCount(0);
  await editor.redo();
  const { Steps } = JSON.parse(await editor.exportJson());
  expect(Steps[0]).toMatchObject({
    Arguments: { bucket: "", prefix: "" },
    OutputParameters: [
      { OutputName: "statusCode", OutputType: "Integer" },
      { OutputName: "body", OutputType: "String" },
      { OutputName: "train_path", OutputType: "String" },
    ],
  });
});

test("a deployment package is dropped, and is not opened as a pipeline", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  const inspector = await openCode(page);
  const zip = zipSync({
    "index.mjs": new TextEncoder().encode("export const handler = async ({ rows }) => ({ count: rows.length, rows });"),
    "package.json": new TextEncoder().encode("{}"),
  });
  const dropped = await heldFile(page, "function.zip", zip);
  await inspector.getByLabel("Handler code").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(inspector.getByRole("checkbox", { name: "count" })).toBeChecked();
  await expect(editor.step("Lambda")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a file is chosen by the file chooser, and a fault in it is told", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  const inspector = await openCode(page);
  const chooser = page.waitForEvent("filechooser");
  await inspector.getByRole("button", { name: "Choose a file" }).click();
  const text = `def broken(:\n    pass\n\n${code}`;
  await (await chooser).setFiles({ name: "app.py", mimeType: "text/x-python", buffer: Buffer.from(text) });
  await expect(inspector.getByText(/The code has a fault in line 1/)).toBeVisible();
  await expect(inspector.getByRole("checkbox", { name: "train_path" })).toBeChecked();
});

test("a step's arguments and outputs become a handler to begin with", async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await editor.selectStep("Preprocess");
  const inspector = editor.region("Inspector");
  await inspector.getByRole("tab", { name: "Outputs" }).click();
  await inspector.getByRole("button", { name: "Handler skeleton", exact: true }).click();
  const skeleton = inspector.getByRole("textbox", { name: "Handler skeleton" });
  await expect(skeleton).toHaveValue(/event\["bucket"\]/);
  await expect(skeleton).toHaveValue(/"train_path": ""/);
});

test("code dropped on the canvas becomes a Lambda step, dropped on a Lambda step it fills that", async ({
  page,
  editor,
}) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await expect(editor.canvas).toBeVisible();
  const dropAt = async (x: number, y: number, name: string, text: string) => {
    const dataTransfer = await heldFile(page, name, text);
    const target = editor.canvas.locator(".react-flow__pane");
    const box = await editor.canvas.boundingBox();
    const at = { clientX: (box?.x ?? 0) + x, clientY: (box?.y ?? 0) + y, dataTransfer };
    await target.dispatchEvent("dragover", at);
    await target.dispatchEvent("drop", at);
  };
  await dropAt(300, 200, "prepare.py", code);
  await expect(editor.output("train_path", "Lambda")).toBeVisible();
  await expect(page.getByRole("list", { name: "Notices" })).toContainText(
    "Added Lambda with 3 outputs and 2 arguments.",
  );
  expect(JSON.parse(await editor.exportJson()).Steps[0]).toMatchObject({ Arguments: { bucket: "", prefix: "" } });

  const box = await editor.step("Lambda").boundingBox();
  const canvas = await editor.canvas.boundingBox();
  const on = [(box?.x ?? 0) - (canvas?.x ?? 0) + 60, (box?.y ?? 0) - (canvas?.y ?? 0) + 12] as const;
  await dropAt(...on, "more.mjs", "export const handler = async (event) => ({ rows: 3, body: event.bucket });\n");
  await expect(editor.output("rows", "Lambda")).toBeVisible();
  await expect(editor.canvas.getByRole("group", { name: "Lambda", exact: true })).toHaveCount(1);

  await dropAt(500, 400, "pipeline.py", "import sagemaker\n");
  await expect(page.getByRole("list", { name: "Notices" })).toContainText("pipeline.py has no Lambda handler in it");
  await editor.undo();
  await editor.undo();
  await expect(editor.step("Lambda")).toHaveCount(0);
});

test("a deployment package dropped on the canvas becomes a Lambda step, dropped on a Lambda step it fills that", async ({
  page,
  editor,
}) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await expect(editor.canvas).toBeVisible();
  const zipped = (files: Readonly<Record<string, string>>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const dropAt = async (x: number, y: number, name: string, files: Readonly<Record<string, string>>) => {
    const dataTransfer = await heldFile(page, name, zipped(files));
    const box = await editor.canvas.boundingBox();
    const at = { clientX: (box?.x ?? 0) + x, clientY: (box?.y ?? 0) + y, dataTransfer };
    await editor.canvas.locator(".react-flow__pane").dispatchEvent("drop", at);
  };
  const notices = page.getByRole("list", { name: "Notices" });
  await dropAt(300, 200, "prepare.zip", { "lambda_function.py": code, "requests/api.py": "def get(): pass\n" });
  await expect(editor.output("train_path", "Lambda")).toBeVisible();
  await expect(notices).toContainText("Added Lambda with 3 outputs and 2 arguments.");

  const box = await editor.step("Lambda").boundingBox();
  const canvas = await editor.canvas.boundingBox();
  const on = [(box?.x ?? 0) - (canvas?.x ?? 0) + 60, (box?.y ?? 0) - (canvas?.y ?? 0) + 12] as const;
  await dropAt(...on, "more.zip", { "src/index.mjs": "export const handler = async (event) => ({ rows: 3 });\n" });
  await expect(editor.output("rows", "Lambda")).toBeVisible();

  await dropAt(500, 400, "nothing.zip", { "README.md": "# Hello" });
  await expect(notices).toContainText("There is no definition in this zip file");

  const definition = {
    Version: "2020-12-01",
    Steps: [{ Name: "Inside", Type: "Fail", Arguments: { ErrorMessage: "x" } }],
  };
  await dropAt(500, 400, "project.zip", { "pipeline.json": JSON.stringify(definition), "src/app.py": code });
  await expect(editor.step("Inside")).toBeVisible();
  await expect(editor.step("Lambda")).toHaveCount(0);
});
