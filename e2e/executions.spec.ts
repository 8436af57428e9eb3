import { corpusText } from "../src/testing/fixtures";
import { expect, test } from "./support/test";

// With the motion of the replay.
test.use({ ownServer: true, contextOptions: { reducedMotion: "no-preference" } });

test("executions are found in their table, opened by address, named, and gone back and forth between", async ({
  page,
  editor,
}) => {
  await editor.open({ name: "abalone.json", text: corpusText("abalone") });
  await editor.deploy();
  const panel = editor.region("Executions");
  const start = async (threshold: string, name: string) => {
    await editor.button("Run").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox", { name: /^MseThreshold/ }).fill(threshold);
    await dialog.getByRole("textbox", { name: /^Display name/ }).fill(name);
    await dialog.getByRole("button", { name: "Start", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(panel.getByRole("heading", { name })).toBeVisible();
  };
  await start("6.5", "good");
  await start("1.5", "bad");
  const reason = "AbaloneMSEFail: Execution failed due to MSE > 1.5";
  await expect(panel.getByRole("button", { name: reason })).toBeVisible({ timeout: 30_000 });

  await test.step("the table finds one by the value of a parameter", async () => {
    await panel.getByRole("button", { name: "All executions" }).click();
    const table = panel.getByRole("table", { name: "Executions of this pipeline" });
    await expect(table.getByRole("row")).toHaveCount(3);
    await panel.getByRole("searchbox", { name: "Parameter" }).fill("MseThreshold = 6");
    await page.keyboard.press("Enter");
    await expect(table.getByRole("row")).toHaveCount(2);
    await table.getByRole("button", { name: "good" }).click();
    await expect(panel.getByRole("heading", { name: "good" })).toBeVisible();
    await expect(editor.step("AbaloneMSECond").getByText("Succeeded: True")).toBeVisible();
  });

  await test.step("back and forward lead from one to the other", async () => {
    await page.goBack();
    await expect(editor.step("AbaloneMSECond").getByText("Succeeded: False")).toBeVisible();
    await page.goForward();
    await expect(editor.step("AbaloneMSECond").getByText("Succeeded: True")).toBeVisible();
  });

  await test.step("a replay shows the canvas as it stood, and a bar of the timeline leads to its card and back", async () => {
    await panel.getByRole("button", { name: "Replay" }).click();
    await panel.getByRole("button", { name: "Pause" }).click();
    await panel.getByRole("slider", { name: "Moment of the replay" }).press("Home");
    await expect(editor.step("AbaloneMSECond").getByText("Waiting")).toBeVisible();
    await panel.getByRole("slider", { name: "Moment of the replay" }).press("End");
    await expect(editor.step("AbaloneMSECond").getByText("Succeeded: True")).toBeVisible();
    await panel.getByRole("button", { name: "End the replay" }).click();
    await panel
      .getByTitle(/^From .* On the critical path\.$/)
      .first()
      .click();
    await expect(editor.region("Inspector").getByRole("heading", { name: "PreprocessAbaloneData" })).toBeVisible();
    await expect(
      panel.getByRole("row", { name: /PreprocessAbaloneData/ }).locator("[aria-current=true]"),
    ).toBeVisible();
  });

  await test.step("another execution stands beside it: what differs, in the panel and on the cards", async () => {
    await panel.getByRole("button", { name: "Compare", exact: true }).click();
    await panel.getByRole("button", { name: /Compare with/ }).click();
    await page.getByRole("option", { name: /^bad/ }).click();
    const steps = panel.getByRole("table", { name: "Steps of good and bad" });
    await expect(steps.getByRole("row", { name: /AbaloneMSEFail/ })).toContainText("did not run");
    await expect(panel.getByRole("table", { name: "Parameters that differ" })).toContainText("MseThreshold6.51.5");
    await expect(panel.getByText("Both ran the same definition.")).toBeVisible();
    await expect(editor.step("AbaloneMSECond").getByText(/other: Succeeded/)).toBeVisible();
    await panel.getByRole("button", { name: "End the comparison" }).click();
    await expect(editor.step("AbaloneMSECond").getByText(/other: Succeeded/)).toHaveCount(0);
  });

  await test.step("its name is another one, here and after a reload, which shows it again", async () => {
    await panel.getByRole("button", { name: "Rename" }).click();
    await panel.getByRole("textbox", { name: "Display name" }).fill("best");
    await panel.getByRole("textbox", { name: "Description" }).fill("The threshold that we keep");
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("heading", { name: "best" })).toBeVisible();
    expect(page.url()).toMatch(/#\/d\/[^/]+\/x\/[a-z0-9]{12}/);
    await page.reload();
    await expect(panel.getByRole("heading", { name: "best" })).toBeVisible();
    await expect(panel.getByText("The threshold that we keep")).toBeVisible();
    await expect(editor.step("AbaloneMSECond").getByText("Succeeded: True")).toBeVisible();
  });
});
