import type { Locator } from "@playwright/test";
import { corpusText } from "../src/testing/fixtures";
import type { Editor } from "./support/editor";
import { expect, test } from "./support/test";

/** The list of the Simulation tab: one entry for each step, in the order in which they run. */
function stepsOf(panel: Locator): Locator {
  return panel.getByRole("list", { name: "Simulated steps" }).getByRole("listitem");
}

async function choose(panel: Locator, step: string): Promise<void> {
  await stepsOf(panel)
    .getByRole("button", { name: new RegExp(`^${step}`) })
    .click();
  await expect(panel.getByRole("region", { name: `Simulation of ${step}` })).toBeVisible();
}

async function openCorpus(editor: Editor, name: string): Promise<Locator> {
  await editor.open({ name: `${name}.json`, text: corpusText(name) });
  return editor.openPanel("Simulation");
}

test("the reference scenario is simulated as it stands, and a sample flows on to the request of Train", async ({
  page,
  editor,
}) => {
  await page.getByRole("button", { name: "Lambda → Training → Model" }).click();
  const panel = await editor.openPanel("Simulation");
  await expect(stepsOf(panel)).toHaveText([
    /^Preprocess.*Would succeed$/,
    /^Train.*Would succeed$/,
    /^CreateModel.*Would succeed$/,
  ]);
  await expect(editor.step("Train").getByText("Would succeed")).toBeVisible();

  await choose(panel, "Preprocess");
  await panel.getByLabel("train_path", { exact: true }).fill("s3://mine/run-7/train.csv");
  await page.keyboard.press("Enter");
  await expect(editor.edge("Preprocess train_path to Train S3Uri")).toContainText("mine/run-7/train.csv");
  await choose(panel, "Train");
  await expect(panel.getByRole("region", { name: "Request of Train" })).toContainText(
    '"S3Uri": "s3://mine/run-7/train.csv"',
  );
  await expect(panel.getByRole("region", { name: "Resolved fields of Train" })).toContainText(
    "Preprocess · OutputParameters['train_path']",
  );
  // The sample is kept with the document, never in the definition.
  expect(await editor.exportJson()).not.toContain("run-7");

  await page.reload();
  const again = await editor.openPanel("Simulation");
  await choose(again, "Preprocess");
  await expect(again.getByLabel("train_path", { exact: true })).toHaveValue("s3://mine/run-7/train.csv");
  await again.getByRole("button", { name: "Reset samples" }).click();
  await expect(again.getByLabel("train_path", { exact: true })).not.toHaveValue("s3://mine/run-7/train.csv");
  await editor.undo();
  await expect(again.getByLabel("train_path", { exact: true })).toHaveValue("s3://mine/run-7/train.csv");
});

test("a file in S3 that no step is said to write takes a sample where it is read", async ({ page, editor }) => {
  const value = { "Std:JsonGet": { S3Uri: "s3://b/reports/mse.json", Path: "mse.value" } };
  const step = (Name: string) => ({
    Name,
    Type: "Lambda",
    FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
    Arguments: {},
  });
  const gate = {
    Name: "Gate",
    Type: "Condition",
    Arguments: {
      Conditions: [{ Type: "LessThan", LeftValue: value, RightValue: 6 }],
      IfSteps: [step("Good")],
      ElseSteps: [step("Bad")],
    },
  };
  await editor.open({ name: "gate.json", text: JSON.stringify({ Version: "2020-12-01", Steps: [gate] }) });
  const panel = await editor.openPanel("Simulation");
  await choose(panel, "Gate");
  await expect(editor.step("Gate").getByText("Would be True")).toBeVisible();
  const file = panel.getByRole("region", { name: "Files that Gate reads" }).getByLabel("mse.json", { exact: true });
  await expect(file).toHaveValue(/"value": 5/);
  await file.fill('{"mse": {"value": 7}}');
  await expect(editor.step("Gate").getByText("Would be False")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(editor.step("Gate").getByText("Would be True")).toBeVisible();
  await file.fill('{"mse": {"value": 8}}');
  await choose(panel, "Bad");
  await expect(editor.step("Bad").getByText("Would succeed")).toBeVisible();
  await choose(panel, "Gate");
  await expect(panel.getByRole("region", { name: "Outputs of Gate" })).not.toContainText("mse");
  await panel.getByRole("button", { name: "Default sample for mse.json" }).click();
  await expect(editor.step("Gate").getByText("Would be True")).toBeVisible();
});

test.describe("real definitions", () => {
  test("another threshold takes the other branch, and says why", async ({ editor }) => {
    const panel = await openCorpus(editor, "gate-register-or-fail");
    await expect(editor.step("Gate").getByText("Would be True")).toBeVisible();
    await expect(editor.step("TooBad").getByText("Would not run")).toBeVisible();
    await choose(panel, "Gate");
    const conditions = panel.getByRole("list", { name: "Conditions" });
    await expect(conditions).toHaveText(/true.*Report mse\.value.*6\.0.*≤.*Threshold.*6\.0/);

    await panel.getByLabel("Threshold", { exact: true }).fill("1.5");
    await expect(conditions).toHaveText(/false.*6\.0.*≤.*Threshold.*1\.5/);
    await expect(editor.step("TooBad").getByText("Would fail")).toBeVisible();
    await expect(editor.step("Register-RegisterModel").getByText("Would not run")).toBeVisible();
    await expect(editor.step("Register-RegisterModel").getByTitle("Gate took the other branch.")).not.toHaveCount(0);

    // Turned by hand, the branches follow; Escape takes it back.
    const slider = panel.getByRole("slider", { name: "Turn Threshold" }).first();
    await slider.press("End");
    await expect(editor.step("Gate").getByText("Would be True")).toBeVisible();
    await slider.press("Escape");
    await expect(editor.step("TooBad").getByText("Would fail")).toBeVisible();

    // And back again by the other value: the metric that the property file holds.
    await choose(panel, "Evaluate");
    await panel.getByLabel("PropertyFiles.Report", { exact: true }).fill('{"mse": {"value": 1.2}}');
    await expect(editor.step("Gate").getByText("Would be True")).toBeVisible();
  });

  test("a step that is told to fail lets its on-failure steps run", async ({ editor, page }) => {
    const panel = await openCorpus(editor, "run-on-failure-and-cleanup");
    await expect(stepsOf(panel).filter({ hasText: "AlarmOnFailure" })).toContainText(
      "It runs when Train fails, and Train succeeded.",
    );
    await choose(panel, "Train");
    await panel.getByText("Fails", { exact: true }).click();
    await panel.getByLabel("Reason of the failure").fill("Out of memory");
    await page.keyboard.press("Enter");
    await expect(panel.getByText("Would complete with failures")).toBeVisible();
    await expect(editor.step("Train").getByText("Out of memory")).toBeVisible();
    await expect(editor.step("AlarmOnFailure").getByText("Would succeed")).toBeVisible();
    await expect(editor.step("NoteStop").getByText("Would not run")).toBeVisible();

    // The canvas shows the simulation only while its tab is open.
    await page.getByRole("tab", { name: "Simulation" }).click();
    await expect(editor.step("AlarmOnFailure").getByText("Would succeed")).toHaveCount(0);
  });

  test("one that SageMaker would refuse says so above all, keeps its problems on the cards, and looks like no run", async ({
    editor,
  }) => {
    const broken = corpusText("gate-register-or-fail").replaceAll(
      '"Steps.Evaluate.PropertyFiles',
      '"Steps.Gone.PropertyFiles',
    );
    await editor.open({ name: "broken.json", text: broken });
    const panel = await editor.openPanel("Simulation");
    await expect(panel.getByText(/^SageMaker would refuse this: \d+ errors?\./)).toBeVisible();
    await expect(panel.getByRole("status").first()).toContainText("Would fail");
    const gate = editor.step("Gate");
    await expect(gate.getByText("Would fail")).toBeVisible();
    await expect(gate.getByRole("img", { name: /problem/ })).toBeVisible();
    await expect(editor.step("Evaluate").getByText("Would succeed")).toBeVisible();
    await expect(editor.step("Evaluate").locator(".sw-card")).toHaveCSS("border-top-style", "dashed");
    await panel.getByRole("button", { name: "Show the errors" }).click();
    await expect(gate.getByText("Would fail")).toHaveCount(0);
    await expect(editor.step("Evaluate").locator(".sw-card")).toHaveCSS("border-top-style", "solid");
  });
});
