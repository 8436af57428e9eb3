import { expect, test } from "./support/test";

test.beforeEach(async ({ page, editor }) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  await expect(editor.step("Preprocess")).toBeVisible();
});

test("a parameter of each type is declared with its default, and exported as SageMaker has it", async ({ editor }) => {
  await editor.addParameter({ name: "Note", type: "String", defaultValue: "x" });
  await editor.addParameter({ name: "Count", type: "Integer", defaultValue: "2" });
  await editor.addParameter({ name: "Rate", type: "Float", defaultValue: "2.50" });
  await editor.addParameter({ name: "Mandatory", type: "Boolean" });
  const text = await editor.exportJson();
  expect(JSON.parse(text).Parameters.slice(1)).toEqual([
    { Name: "Note", Type: "String", DefaultValue: "x" },
    { Name: "Count", Type: "Integer", DefaultValue: 2 },
    { Name: "Rate", Type: "Float", DefaultValue: 2.5 },
    { Name: "Mandatory", Type: "Boolean" },
  ]);
  // The text of the number is the person's.
  expect(text).toContain("2.50");
});

test("a default that is not of its type, or none of the allowed values, says so", async ({ page }) => {
  const parameters = page.getByRole("group", { name: "Parameters", exact: true });
  await parameters.getByRole("button", { name: "Add a parameter" }).click();
  await parameters.getByLabel("Default", { exact: true }).fill("large");
  await parameters.getByLabel("Allowed values").fill("small\nmedium");
  await expect(parameters.getByText("“large” is none of the allowed values.")).toBeVisible();
  await parameters.getByRole("button", { name: /^Type/ }).click();
  await page.getByRole("option", { name: "Integer" }).click();
  await expect(parameters.getByText("“large” is no Integer.")).toBeVisible();
  await expect(parameters.getByRole("button", { name: "Add", exact: true })).toBeDisabled();
});

test("renaming a parameter rewrites every use of it, in one undo", async ({ editor, page }) => {
  await editor.parameter("Bucket").click();
  const form = page.getByRole("form", { name: "Parameter Bucket" });
  await expect(form.getByText("Read by Preprocess (Arguments.bucket).")).toBeVisible();
  await form.getByLabel("Name", { exact: true }).fill("DataBucket");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(editor.parameter("DataBucket")).toBeVisible();
  const renamed = JSON.parse(await editor.exportJson());
  expect(renamed.Parameters[0].Name).toBe("DataBucket");
  expect(renamed.Steps[0].Arguments.bucket).toEqual({ Get: "Parameters.DataBucket" });
  await editor.undo();
  expect(JSON.parse(await editor.exportJson()).Steps[0].Arguments.bucket).toEqual({ Get: "Parameters.Bucket" });
});

test("what reads a parameter is listed, and a click goes to the field", async ({ editor, page }) => {
  await editor.dropParameter("Bucket", editor.field("Arguments.prefix", "Preprocess"));
  await editor.parameter("Bucket").click();
  const form = page.getByRole("form", { name: "Parameter Bucket" });
  await expect(form.getByText("Read by 2 fields:")).toBeVisible();
  await form.getByRole("button", { name: "Preprocess (Arguments.prefix)" }).click();
  const inspector = editor.region("Inspector");
  await expect(inspector.getByRole("group", { name: "prefix" })).toContainText("Parameter Bucket");
});

test("deleting a parameter that is read says where, and can be undone", async ({ editor, page }) => {
  await editor.parameter("Bucket").click();
  await page.getByRole("button", { name: "Delete the parameter Bucket" }).click();
  const notices = page.getByRole("list", { name: "Notices" });
  await expect(notices).toContainText("It is still read by Preprocess (Arguments.bucket)");
  await expect(page.getByRole("button", { name: /^1 ?Problem/ })).toBeVisible();
  await notices.getByRole("button", { name: "Undo" }).click();
  await expect(editor.parameter("Bucket")).toBeVisible();
});

test("a parameter is dragged onto a field of a step", async ({ editor }) => {
  await editor.dropParameter("Bucket", editor.field("Arguments.prefix", "Preprocess"));
  await expect
    .poll(async () => JSON.parse(await editor.exportJson()).Steps[0].Arguments.prefix)
    .toEqual({ Get: "Parameters.Bucket" });
});
