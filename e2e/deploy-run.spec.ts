import { corpusText } from "../src/testing/fixtures";
import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

test.use({ ownServer: true });

const text = JSON.stringify(referenceDefinition);
/** Steps one after the other, half a second each: time enough to press Stop. */
function longChain(count: number): string {
  const steps = Array.from({ length: count }, (_, index) => ({
    Name: `Step${index}`,
    Type: "Lambda",
    Arguments: {},
    FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:one",
    ...(index === 0 ? {} : { DependsOn: [`Step${index - 1}`] }),
  }));
  return JSON.stringify({ Version: "2020-12-01", Metadata: {}, Parameters: [], Steps: steps });
}

const names = ["Preprocess", "Train", "CreateModel"];

test("deploy the reference scenario, run it, and read what flowed; a change is planned as one", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "churn.json", text });

  await test.step("one click shows the plan, Enter creates", async () => {
    await editor.button("Deploy").click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("Creates churn: 3 steps, 1 parameter.")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Confirm deploy" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/^Created churn in Local region: arn:aws:sagemaker/)).toBeVisible();
  });

  await test.step("start with a value of one's own: the steps succeed on the canvas and in the table", async () => {
    await editor.button("Run").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^Bucket/ }).fill("");
    await expect(dialog.getByText("SageMaker refuses an empty value.")).toBeVisible();
    await dialog.getByRole("textbox", { name: /^Bucket/ }).fill("other-bucket");
    await dialog.getByRole("textbox", { name: /^Display name/ }).fill("first-run");
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    for (const name of names) await expect(editor.step(name).getByText("Succeeded")).toBeVisible({ timeout: 30_000 });
    const table = editor.region("Executions").getByRole("table");
    await expect(table.getByText("Succeeded")).toHaveCount(3);
  });

  await test.step("a step tells what it was sent and where it came from", async () => {
    const panel = editor.region("Executions");
    await panel.getByRole("table").getByRole("button", { name: "Train" }).click();
    const sent = panel.getByRole("region", { name: "Sent Train" });
    await expect(sent.getByText("from Preprocess · OutputParameters['train_path']")).toBeVisible();
    await panel.getByRole("table").getByRole("button", { name: "Preprocess" }).click();
    await expect(panel.getByRole("region", { name: "Sent Preprocess" }).getByText("other-bucket")).toBeVisible();
    await expect(editor.region("Inspector").getByRole("heading", { name: "Preprocess" })).toBeVisible();
  });

  await test.step("a change: the run says so, and the plan names the field", async () => {
    await editor.selectStep("Train");
    await editor.setField("Instance count", "2");
    await expect(page.getByText("Edited since this run")).toBeVisible();
    await editor.button("Deploy").click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("Updates churn: 1 step changed.")).toBeVisible();
    await expect(dialog.getByText("Arguments.ResourceConfig.InstanceCount")).toBeVisible();
    await dialog.getByRole("button", { name: "Confirm deploy" }).click();
    await expect(dialog).toBeHidden();
    await editor.button("Deploy").click();
    await expect(dialog.getByText(/There is nothing to change/)).toBeVisible();
    await dialog.getByText("Close", { exact: true }).click();
  });

  await test.step("the run leaves the canvas when asked to", async () => {
    await page.getByRole("button", { name: "Clear run from canvas" }).click();
    await expect(editor.step("Train").getByText("Succeeded")).toHaveCount(0);
  });
});

test("what is not deployed is deployed first, then runs; an execution can be stopped", async ({ page, editor }) => {
  await editor.open({ name: "long.json", text: longChain(60) });
  await editor.button("Run").click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("It is not deployed yet")).toBeVisible();
  await dialog.getByRole("button", { name: "Deploy and run" }).click();
  await dialog.getByRole("button", { name: "Confirm deploy and start" }).click();
  await expect(dialog).toBeHidden();
  const panel = editor.region("Executions");
  await panel.getByRole("button", { name: "Stop execution" }).click();
  await expect(panel.getByText("Stopped").first()).toBeVisible();
  await expect(panel.getByRole("button", { name: "Stop execution" })).toHaveCount(0);
});

test("a run that fails opens on its reason, with the values that flowed on the wires", async ({ page, editor }) => {
  await editor.open({ name: "abalone.json", text: corpusText("abalone") });
  await editor.button("Run").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /^MseThreshold/ }).fill("1.5");
  await dialog.getByRole("button", { name: "Deploy and run" }).click();
  await dialog.getByRole("button", { name: "Confirm deploy and start" }).click();
  const reason = "AbaloneMSEFail: Execution failed due to MSE > 1.5";
  await expect(editor.region("Executions").getByRole("button", { name: reason })).toBeVisible({ timeout: 30_000 });
  await expect(editor.region("Inspector").getByRole("heading", { name: "AbaloneMSEFail" })).toBeVisible();
  await expect(editor.step("AbaloneMSEFail").getByText("Failed", { exact: true })).toBeInViewport();
  await expect(editor.edgesBetween("EvaluateAbaloneModel", "AbaloneMSECond").first()).toContainText("6.0");

  await test.step("and the reason stays beside the closed panel", async () => {
    await page.getByRole("tab", { name: "Executions" }).click();
    await editor.canvas.click({ position: { x: 20, y: 300 } });
    await page.getByRole("button", { name: reason }).click();
    await expect(editor.region("Inspector").getByRole("heading", { name: "AbaloneMSEFail" })).toBeVisible();
  });
});

test("a step that is switched to fail on its card fails when one key runs it locally, and what runs on failure runs", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "failing.json", text: corpusText("run-on-failure-and-cleanup") });
  await editor.openPanel("Simulation");
  const fails = editor.step("Train").getByRole("switch", { name: "Fail Train" });
  await editor.selectStep("Train");
  await fails.click();
  await expect(fails).toBeChecked();
  await expect(editor.step("AlarmOnFailure").getByText("Would succeed")).toBeVisible();

  await page.keyboard.press("Control+Enter");
  const panel = editor.region("Executions");
  await expect(panel.getByRole("button", { name: /^Train: .*asked to fail/ })).toBeVisible({ timeout: 30_000 });
  await expect(editor.step("AlarmOnFailure").getByText("Succeeded")).toBeVisible();
});

test("a tab without a session says how to get one", async ({ server, browser }) => {
  // Another browser: the open tabs of this one would share their token.
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto(server.origin);
  await stranger.getByRole("button", { name: /Blank/ }).click();
  await stranger.getByRole("button", { name: "Deploy", exact: true }).click();
  await expect(stranger.getByRole("dialog").getByText("stepwire open")).toBeVisible();
  await context.close();
});
