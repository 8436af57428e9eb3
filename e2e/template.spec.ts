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
