import { readFileSync } from "node:fs";
import { expect, test } from "./support/test";

const definition = `{
  "Version": "2020-12-01",
  "Metadata": {"10": 1, "2": 2.0},
  "Parameters": [{"Name": "Size", "Type": "Integer", "DefaultValue": 1e2}],
  "Steps": [
    {"Name": "Load", "Type": "Lambda", "Arguments": {"n": {"Get": "Parameters.Size"}}, "FunctionArn": "arn:aws:lambda:eu-west-1:111122223333:function:load"},
    {"Name": "New", "Type": "Unheard", "Arguments": {"from": {"Get": "Steps.Load.OutputParameters['x']"}}, "Extra": null}
  ]
}`;

test("a file opens as a new document and is exported with the same tokens", async ({ editor, page }) => {
  await editor.open({ name: "my pipeline.json", text: definition });
  await expect(editor.step("New")).toBeVisible();
  await expect(page).toHaveTitle(/^my-pipeline/);
  const squeeze = (text: string) => text.replace(/\s+/g, "");
  expect(squeeze(await editor.exportJson())).toBe(squeeze(definition));
});

test("text that is no definition is refused with its place, and nothing changes", async ({ editor, page }) => {
  await editor.open({ name: "first.json", text: definition });
  await expect(editor.step("Load")).toBeVisible();
  const address = page.url();
  await editor.open({
    name: "broken.json",
    text: '{"Version": "2020-12-01",\n "Steps": [{"Name": "A", "Name": "B"}]}',
  });
  await expect(page.getByRole("alert")).toContainText(/broken\.json was not opened: .*line 2:/);
  await expect(editor.step("Load")).toBeVisible();
  expect(page.url()).toBe(address);
  await expect(editor.button("Undo")).toBeDisabled();
});

test("a file is dropped anywhere, and the document before stays among the recent ones", async ({ editor, page }) => {
  await editor.open({ name: "first.json", text: definition });
  await expect(editor.step("Load")).toBeVisible();
  const files = await page.evaluateHandle(
    (text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], "second.json", { type: "application/json" }));
      return transfer;
    },
    definition.replace("Load", "Fetch").replace("Load", "Fetch"),
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer: files });
  await page.dispatchEvent("main", "drop", { dataTransfer: files });
  await expect(editor.step("Fetch")).toBeVisible();
  await page.getByRole("link", { name: /^Pipelines/ }).click();
  await expect(page.getByRole("region", { name: "Recent pipelines" }).getByRole("link")).toHaveText([
    "second",
    "first",
  ]);
});

test("steps are copied into another document with the parameters that they read", async ({ editor, page }) => {
  await editor.open({ name: "first.json", text: definition });
  await expect(editor.step("Load")).toBeVisible();
  await editor.selectStep("Load");
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect(editor.step("Load2")).toBeVisible();

  await page.getByRole("link", { name: /^Pipelines/ }).click();
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await expect(editor.canvas).toBeVisible();
  await page.keyboard.press("Control+v");
  await expect(editor.step("Load")).toBeInViewport();
  const pasted = JSON.parse(await editor.exportJson());
  expect(pasted.Parameters).toEqual([{ Name: "Size", Type: "Integer", DefaultValue: 100 }]);
  await editor.undo();
  await expect(editor.step("Load")).toHaveCount(0);
});

test("cut removes the steps, duplicate adds them beside, delete says what still reads them", async ({
  editor,
  page,
}) => {
  await editor.open({ name: "first.json", text: definition });
  await expect(editor.step("Load")).toBeVisible();
  await editor.selectStep("Load");
  await page.keyboard.press("Control+d");
  await expect(editor.step("Load2")).toBeVisible();
  await page.keyboard.press("Control+x");
  await expect(editor.step("Load2")).toHaveCount(0);
  await editor.selectStep("Load");
  await page.keyboard.press("Delete");
  await expect(page.getByRole("list", { name: "Notices" })).toContainText("New still names what is gone.");
  await page.keyboard.press("Control+z");
  await expect(editor.step("Load")).toBeVisible();
});

test("a definition pasted on the start page becomes a document", async ({ editor, page }) => {
  await expect(page.getByRole("heading", { name: "New pipeline" })).toBeVisible();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, definition);
  await expect(editor.step("Load")).toBeVisible();
  await expect(page).toHaveTitle(/^pasted-pipeline/);
});

test("the downloaded file is named after the pipeline", async ({ page }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "Download JSON file" }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toBe("churn-training.json");
  expect(readFileSync(await download.path(), "utf8")).toContain("Steps.Preprocess.OutputParameters['train_path']");
});
