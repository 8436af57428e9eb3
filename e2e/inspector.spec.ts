import type { Locator, Page } from "@playwright/test";
import type { Editor } from "./support/editor";
import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

/** Goes to a control as the keyboard does, from where the focus is, once around the page at most. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let presses = 0; presses < 250; presses += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The Tab key does not lead to ${target}`);
}

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Replaces the text of a field and leaves it, with the keyboard alone. */
async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Lets a field read something, with the keyboard alone: the signs of a field are come to by the arrows. */
async function refer(page: Page, editor: Editor, label: string, query: string): Promise<void> {
  const sign = editor.region("Inspector").getByRole("button", { name: `Reference for ${label}`, exact: true });
  await tabTo(page, editor.control(label));
  await page.keyboard.press("Alt+ArrowUp");
  for (let presses = 0; presses < 3 && !(await isFocused(sign)); presses += 1) await page.keyboard.press("ArrowRight");
  await expect(sign).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type(query);
  await page.keyboard.press("Enter");
}

async function addEntry(page: Page, editor: Editor, noun: string, name: string): Promise<void> {
  await tabTo(page, editor.region("Inspector").getByRole("button", { name: `Add ${noun}` }));
  await page.keyboard.press("Enter");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(editor.control(name)).toBeFocused();
}

async function addStep(page: Page, editor: Editor, type: string): Promise<void> {
  await tabTo(page, editor.paletteEntry(type));
  await page.keyboard.press("Enter");
  await expect(editor.region("Inspector").getByRole("heading", { name: type, exact: true })).toBeVisible();
  await page.keyboard.press("F6");
  await expect(editor.region("Inspector").getByRole("tab", { name: "Configure" })).toBeFocused();
}

test("every field of the reference scenario is filled in by keyboard alone", async ({ editor, page }) => {
  test.setTimeout(180_000);
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addParameter({ name: "Bucket", type: "String", defaultValue: "my-bucket" });
  const inspector = editor.region("Inspector");

  await test.step("Lambda", async () => {
    await addStep(page, editor, "Lambda");
    await typeInto(page, editor.control("Name"), "Preprocess");
    await typeInto(page, editor.control("Function ARN"), "arn:aws:lambda:eu-west-1:111122223333:function:preprocess");
    await addEntry(page, editor, "argument", "bucket");
    await refer(page, editor, "bucket", "Bucket");
    await addEntry(page, editor, "argument", "prefix");
    await page.keyboard.type("churn");
    await page.keyboard.press("Enter");
    await tabTo(page, inspector.getByRole("tab", { name: "Configure" }));
    await page.keyboard.press("ArrowRight");
    for (const [name, type] of [
      ["statusCode", "Integer"],
      ["body", "String"],
      ["train_path", "String"],
    ] as const) {
      await tabTo(page, inspector.getByLabel("Output name", { exact: true }));
      await page.keyboard.type(name);
      if (type !== "String") {
        await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.getByRole("option", { name: type, exact: true }).waitFor();
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
      }
      await tabTo(page, inspector.getByRole("button", { name: "Add output" }));
      await page.keyboard.press("Enter");
      await expect(inspector.getByLabel(`Name of ${name}`, { exact: true })).toBeVisible();
    }
  });

  await test.step("Training", async () => {
    await addStep(page, editor, "Training");
    await typeInto(page, editor.control("Name"), "Train");
    await refer(page, editor, "S3 URI", "train_path");
    await typeInto(page, editor.control("Content type"), "text/csv");
    await typeInto(page, editor.control("S3 output path"), "s3://my-bucket/models");
    await typeInto(page, editor.control("Role ARN"), "arn:aws:iam::111122223333:role/SageMakerRole");
    const image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1";
    await typeInto(page, editor.control("Training image"), image);
  });

  await test.step("Model", async () => {
    await addStep(page, editor, "Model");
    await typeInto(page, editor.control("Name"), "CreateModel");
    const image = "141502667606.dkr.ecr.eu-west-1.amazonaws.com/sagemaker-xgboost:1.7-1";
    await typeInto(page, editor.control("Image"), image);
    await refer(page, editor, "Model data URL", "S3ModelArtifacts");
    await typeInto(page, editor.control("Execution role ARN"), "arn:aws:iam::111122223333:role/SageMakerRole");
  });

  expect(JSON.parse(await editor.exportJson())).toEqual(referenceDefinition);
});

test.describe("of a finished pipeline", () => {
  test.beforeEach(async ({ editor, page }) => {
    await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
    await editor.selectStep("Train");
    await expect(editor.control("Channel name")).toBeVisible();
  });

  async function train(editor: Editor) {
    return JSON.parse(await editor.exportJson()).Steps[1].Arguments;
  }

  test("Escape takes a visit to a field back, Enter makes it one entry in the history", async ({ editor, page }) => {
    const field = editor.control("Channel name");
    await field.fill("eval");
    await field.press("Escape");
    await expect(field).toHaveValue("train");
    await expect(editor.button("Undo")).toBeDisabled();
    await field.fill("");
    await page.keyboard.type("training");
    await field.press("Enter");
    expect((await train(editor)).InputDataConfig[0].ChannelName).toBe("training");
    await editor.undo();
    await expect(field).toHaveValue("train");
    await expect(editor.button("Undo")).toBeDisabled();
  });

  test("a choice of AWS's is taken from the list, typed freely, and given back by Escape", async ({ editor, page }) => {
    const field = editor.control("Training input mode");
    await field.click();
    await page.getByRole("option", { name: "Pipe" }).click();
    await expect(field).toHaveValue("Pipe");
    await field.fill("Stream");
    await page.keyboard.press("Escape");
    await expect(field).toHaveValue("Pipe");
    await field.fill("Stream");
    await page.keyboard.press("Enter");
    expect((await train(editor)).AlgorithmSpecification.TrainingInputMode).toBe("Stream");
  });

  test("channels are added, filled, moved and removed", async ({ editor, page }) => {
    const inspector = editor.region("Inspector");
    await inspector.getByRole("button", { name: "Add channel" }).click();
    await expect(editor.control("Channel name", "InputDataConfig[1].ChannelName")).toBeFocused();
    await page.keyboard.type("eval");
    await page.keyboard.press("Enter");
    await expect(inspector.getByRole("group", { name: "Channel eval" })).toBeVisible();
    await inspector.getByRole("button", { name: "Move channel eval up" }).click();
    expect(
      (await train(editor)).InputDataConfig.map((channel: { ChannelName: string }) => channel.ChannelName),
    ).toEqual(["eval", "train"]);
    await inspector.getByRole("button", { name: "Remove channel eval" }).click();
    await expect(inspector.getByText("1 channel", { exact: true })).toBeVisible();
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
  });

  test("a reference is taken out and picked again, with its edge", async ({ editor, page }) => {
    const inspector = editor.region("Inspector");
    await inspector.getByRole("button", { name: "Remove Preprocess train_path from S3 URI" }).click();
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toHaveCount(0);
    await inspector.getByRole("button", { name: "Reference for S3 URI" }).click();
    const list = inspector.getByRole("listbox");
    await expect(list.getByRole("option").first()).toContainText("train_path");
    await expect(list.getByRole("option", { name: "Preprocess statusCode" })).toContainText("is made text");
    await page.keyboard.type("train");
    await page.keyboard.press("Enter");
    await expect(editor.edge("Preprocess train_path to Train S3Uri")).toBeVisible();
    await expect(inspector.getByRole("group", { name: "S3 URI" })).toContainText("Preprocess train_path");
  });

  test("a parameter is dropped onto a field", async ({ editor }) => {
    await editor.control("Role ARN").scrollIntoViewIfNeeded();
    await editor.dropParameter("Bucket", editor.control("Role ARN"));
    expect((await train(editor)).RoleArn).toEqual({ Get: "Parameters.Bucket" });
  });

  test("a field that AWS has and nobody set is found, and its number keeps its text", async ({ editor, page }) => {
    const inspector = editor.region("Inspector");
    await inspector.getByLabel("Find a field").fill("keep alive");
    await editor.setField("Keep alive period", "600");
    expect((await train(editor)).ResourceConfig.KeepAlivePeriodInSeconds).toBe(600);
    await inspector.getByLabel("Find a field").fill("");
    await editor.control("Instance count").fill("2.5");
    await expect(inspector.getByRole("alert")).toContainText("“2.5” has decimals");
    await page.keyboard.press("Escape");
    await expect(editor.control("Instance count")).toHaveValue("1");
  });

  test("Tab leads from input to input, and a value becomes a parameter by the keyboard", async ({ editor, page }) => {
    await editor.control("Instance count").focus();
    await page.keyboard.press("Shift+Tab");
    await expect(editor.control("Instance type")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Enter");
    await expect(editor.parameter("InstanceCount")).toBeVisible();
    expect((await train(editor)).ResourceConfig.InstanceCount).toEqual({ Get: "Parameters.InstanceCount" });
    await editor.undo();
    expect((await train(editor)).ResourceConfig.InstanceCount).toBe(1);
    await expect(editor.parameter("InstanceCount")).toHaveCount(0);
  });

  test("a long form scrolls by itself, never the page around it", async ({ editor, page }) => {
    const inspector = editor.region("Inspector");
    await inspector.getByRole("button", { name: "All fields" }).click();
    await expect(inspector.getByRole("button", { name: /^All other fields/ })).toBeAttached();
    const beyond = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect(beyond).toBe(0);
  });
});
