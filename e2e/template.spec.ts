import type { Page } from "@playwright/test";
import type { Editor } from "./support/editor";
import { expect, test } from "./support/test";

async function trainPath(editor: Editor): Promise<unknown> {
  const { Steps } = JSON.parse(await editor.exportJson());
  return Steps[0].Arguments.OutputDataConfig.S3OutputPath;
}

test("a path is typed as text with chips, and edited again", async ({ editor, page }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addParameter({ name: "Bucket", type: "String", defaultValue: "my-bucket" });
  await editor.addByClick("Training");
  const inspector = editor.region("Inspector");
  await editor.control("S3 output path").click();
  await page.keyboard.type("s3://{Buck");
  await expect(inspector.getByRole("option", { name: "Parameter Bucket" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(inspector.getByRole("group", { name: "S3 output path" })).toContainText("Parameter Bucket");
  await page.keyboard.type("/{Execution.PipelineExecutionId}/train");
  await page.keyboard.press("Enter");
  const bucket = { Get: "Parameters.Bucket" };
  const id = { Get: "Execution.PipelineExecutionId" };
  expect(await trainPath(editor)).toEqual({ "Std:Join": { On: "", Values: ["s3://", bucket, "/", id, "/train"] } });

  await inspector.getByRole("button", { name: "Remove Execution PipelineExecutionId from S3 output path" }).click();
  expect(await trainPath(editor)).toEqual({ "Std:Join": { On: "", Values: ["s3://", bucket, "//train"] } });
  await editor.undo();
  // Dropped on text that is set off by a chip, it becomes another one.
  await editor.dropParameter("Bucket", inspector.getByRole("textbox", { name: /^S3 output path, text after Exec/ }));
  expect(await trainPath(editor)).toEqual({
    "Std:Join": { On: "", Values: ["s3://", bucket, "/", id, "/train", bucket] },
  });
  await inspector.getByRole("textbox", { name: "S3 output path, text after Parameter Bucket" }).last().click();
  await page.keyboard.press("Home");
  await page.keyboard.press("Backspace");
  expect(await trainPath(editor)).toEqual({ "Std:Join": { On: "", Values: ["s3://", bucket, "/", id, "/train"] } });
  await inspector.getByRole("textbox", { name: /^S3 output path, text after Exec/ }).click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("s3://plain");
  await page.keyboard.press("Enter");
  await expect(editor.control("S3 output path")).toHaveValue("s3://plain");
  expect(await trainPath(editor)).toBe("s3://plain");
});

/** Braces that look like references, quotes, a backslash, what is no character of the basic plane. */
const nasty = `{"é": "😀 {Parameters.Bucket} 'q' \\"x\\" \\\\ {{}} 👩‍🚀"} `.repeat(80).slice(0, 4000);

async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+V");
}

test("4,000 pasted characters of braces, quotes and emoji stay what they are", async ({ editor, page }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addParameter({ name: "Bucket", type: "String", defaultValue: "my-bucket" });
  await editor.addByClick("Training");
  const inspector = editor.region("Inspector");
  await editor.control("S3 output path").click();
  await paste(page, nasty);
  await expect(inspector.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.press("Enter");
  expect(await trainPath(editor)).toBe(nasty);
  await editor.undo();
  expect(await trainPath(editor)).toBe("");

  await editor.control("S3 output path").click();
  await page.keyboard.type("s3://{Parameters.Bucket}/");
  await paste(page, nasty);
  await page.keyboard.press("Enter");
  const bucket = { Get: "Parameters.Bucket" };
  expect(await trainPath(editor)).toEqual({ "Std:Join": { On: "", Values: ["s3://", bucket, `/${nasty}`] } });
});

test("a Job's document is JSON as text, with chips inside its strings", async ({ editor, page }) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addParameter({ name: "Data", type: "String", defaultValue: "s3://b/d" });
  await editor.addByClick("Job");
  const inspector = editor.region("Inspector");
  const text = inspector.getByRole("textbox", { name: "Job config document" });
  const document = async () => JSON.parse(await editor.exportJson()).Steps[0].Arguments.JobConfigDocument;
  await text.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type('{"S3Uri": "');
  await expect(inspector.getByRole("listbox")).toHaveCount(0);
  await page.keyboard.type("{Data");
  await page.keyboard.press("Enter");
  await page.keyboard.type('/x"}');
  await expect(inspector.getByText("JSON: { in a string")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+Enter");
  const data = { Get: "Parameters.Data" };
  expect(await document()).toEqual({ "Std:Join": { On: "", Values: ['{"S3Uri": "', data, '/x"}'] } });

  await inspector.getByRole("button", { name: "Edit Parameter Data" }).click();
  await page.keyboard.type("PipelineName");
  await page.keyboard.press("Enter");
  expect((await document())["Std:Join"].Values[1]).toEqual({ Get: "Execution.PipelineName" });
  await editor.undo();
  await inspector.getByRole("button", { name: "Remove Parameter Data from Job config document" }).click();
  expect(await document()).toBe('{"S3Uri": "/x"}');
  await editor.undo();
  await expect(inspector.getByRole("button", { name: "Edit Parameter Data" })).toBeVisible();

  await text.click({ position: { x: 12, y: 10 } });
  await page.keyboard.press("ControlOrMeta+A");
  await paste(page, nasty);
  await page.keyboard.press("ControlOrMeta+Enter");
  expect(await document()).toBe(nasty);
  await expect(inspector.getByText(/^Line 1, column/)).toBeVisible();
});

test("what is picked beside a field comes to where its caret is, in place of what is marked", async ({
  editor,
  page,
}) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addParameter({ name: "Bucket", type: "String", defaultValue: "my-bucket" });
  await editor.addByClick("Training");
  const inspector = editor.region("Inspector");
  const button = inspector.getByRole("button", { name: "Reference for S3 output path" });
  await editor.control("S3 output path").click();
  await page.keyboard.type("s3://NAME/train");
  for (let back = 0; back < "/train".length; back += 1) await page.keyboard.press("ArrowLeft");
  for (let back = 0; back < "NAME".length; back += 1) await page.keyboard.press("Shift+ArrowLeft");
  await button.click();
  await expect(inspector.getByText("Is put where the caret is in the text.")).toBeVisible();
  await inspector.getByRole("option", { name: "Parameter Bucket" }).click();
  await page.keyboard.type("/x");
  await page.keyboard.press("Enter");
  const bucket = { Get: "Parameters.Bucket" };
  expect(await trainPath(editor)).toEqual({ "Std:Join": { On: "", Values: ["s3://", bucket, "/x/train"] } });
  // Below the field stands what that comes to.
  await expect(inspector.getByText("s3://my-bucket/x/train")).toBeVisible();

  await button.click();
  await inspector.getByRole("button", { name: "Read a value of a JSON file in S3" }).click();
  await page.keyboard.type("s3://{Buck");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/paths.json");
  await inspector.getByLabel("JSON path").fill("train");
  await page.keyboard.press("Enter");
  const value = (await trainPath(editor)) as { "Std:Join": { Values: readonly unknown[] } };
  expect(value["Std:Join"].Values).toContainEqual({
    "Std:JsonGet": { S3Uri: { "Std:Join": { On: "", Values: ["s3://", bucket, "/paths.json"] } }, Path: "train" },
  });
});
