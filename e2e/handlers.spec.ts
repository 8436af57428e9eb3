import { expect, test } from "./support/test";

const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:one";
const definition = {
  Version: "2020-12-01",
  Metadata: {},
  Parameters: [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }],
  Steps: [
    {
      Name: "Prep",
      Type: "Lambda",
      Arguments: { bucket: { Get: "Parameters.Bucket" } },
      FunctionArn: functionArn,
      OutputParameters: [
        { OutputName: "rows", OutputType: "Integer" },
        { OutputName: "path", OutputType: "String" },
      ],
    },
    {
      Name: "Approve",
      Type: "Callback",
      Arguments: { rows: { Get: "Steps.Prep.OutputParameters['rows']" } },
      SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/approvals",
      OutputParameters: [{ OutputName: "limit", OutputType: "Integer" }],
    },
    {
      Name: "Report",
      Type: "Lambda",
      Arguments: { limit: { Get: "Steps.Approve.OutputParameters['limit']" } },
      FunctionArn: functionArn,
    },
  ],
};
const mended = `exports.handler = async ({ bucket }) => {
  console.log("reading", bucket);
  const rows = [1, 2, 3];
  return { rows: rows.length, path: "s3://" + bucket + "/x" };
};
`;
const broken = mended.replace("rows.length", "row.length");

test("a failing pipeline is repaired without leaving the page: its log read, its code mended, retried, approved, green", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "churn.json", text: JSON.stringify(definition) });
  const inspector = editor.region("Inspector");
  const panel = editor.region("Executions");

  await test.step("code is really run once it was asked and allowed", async () => {
    await editor.selectStep("Prep");
    await inspector.getByRole("tab", { name: "Outputs" }).click();
    await inspector.getByRole("button", { name: "Read from code" }).click();
    await inspector.getByLabel("Handler code").fill(broken);
    await inspector.getByRole("button", { name: "Run this code" }).click();
    const question = inspector.getByRole("group", { name: "Allow this code to run?" });
    await expect(question.getByText(/none of your files|can read your files and use your network/)).toBeVisible();
    await question.getByRole("button", { name: "Allow and run it" }).click();
    await expect(inspector.getByText("Really run, with each execution")).toBeVisible();
  });

  await test.step("it fails: the reason is the code's own, and the log stands beside it", async () => {
    await editor.canvas.press("Control+Enter");
    await expect(editor.step("Prep").getByText("Failed", { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(panel.getByRole("region", { name: "Log of Prep" })).toContainText("reading my-bucket");
    await expect(panel.getByText(/ReferenceError: row is not defined/).first()).toBeVisible();
  });

  await test.step("the code is mended in its place, asked about again, and the execution goes on from the failure", async () => {
    await panel.getByRole("button", { name: "Open its code" }).click();
    await expect(inspector.getByLabel("Handler code")).toHaveValue(broken);
    await inspector.getByLabel("Handler code").fill(mended);
    await inspector.getByRole("button", { name: "Run the changed code" }).click();
    await inspector.getByRole("button", { name: "Allow and run it" }).click();
    await expect(inspector.getByText("Really run, with each execution")).toBeVisible();
    await panel.getByRole("button", { name: "Retry from the failure" }).click();
    await expect(editor.step("Prep").getByText("Succeeded")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("the callback is approved on its card, with an output of its type", async () => {
    await editor.step("Approve").getByRole("button", { name: "Approve or reject Approve" }).click();
    const sheet = page.getByRole("dialog", { name: "Answer Approve" });
    await sheet.getByRole("textbox", { name: "limit (Integer)" }).fill("many");
    await sheet.getByRole("button", { name: "Approve" }).click();
    await expect(sheet.getByText("limit is declared Integer: write a whole number.")).toBeVisible();
    await sheet.getByRole("textbox", { name: "limit (Integer)" }).fill("7");
    await sheet.getByRole("button", { name: "Approve" }).click();
    for (const name of ["Approve", "Report"])
      await expect(editor.step(name).getByText("Succeeded")).toBeVisible({ timeout: 30_000 });
  });

  await test.step("what follows a step runs again alone, with what the others gave before", async () => {
    await editor.step("Report").click({ button: "right", position: { x: 60, y: 12 } });
    await page.getByRole("menuitem", { name: "Run only" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("They need what Approve gave.")).toBeVisible();
    await dialog.getByRole("button", { name: "Start", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(panel.getByRole("table").getByText("Succeeded")).toHaveCount(3, { timeout: 30_000 });
    await panel.getByRole("table").getByRole("button", { name: "Report" }).click();
    await expect(panel.getByRole("region", { name: "Sent Report" }).getByText("7", { exact: true })).toBeVisible();
  });
});
