import { startServer } from "./support/server";
import { expect, test } from "./support/test";

test.use({ ownServer: true, savesData: false });

/** What the browser itself says of a server that does not answer, or ends while it answers. */
const unanswered = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_FAILED|ERR_ABORTED|Failed to fetch/;

test("what was not opened yet opens when the server has gone", async ({ page, editor, server, complaints }) => {
  complaints.expect(unanswered);
  // The page has more parts than the 250 answers that a browser keeps count of.
  await page.evaluate(() => performance.setResourceTimingBufferSize(2_000));
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  // What is fetched while nothing else is to be done has come.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const parts = document.querySelector<HTMLMetaElement>("meta[name=stepwire-parts]")?.content.split(" ") ?? [];
        const come = performance.getEntriesByType("resource").map(({ name }) => name);
        return parts.length > 30 && parts.every((part) => come.some((name) => name.endsWith(part)));
      }),
    )
    .toBe(true);
  await server.stop();

  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Commands" }).fill("tidy");
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Outline" }).click();
  await expect(page.getByRole("treeitem", { name: /Lambda/ }).first()).toBeVisible();
  await expect(await editor.openPanel("Definition")).toContainText("Steps");
  await editor.button("Run").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expect(page.getByText(/because of a fault in Stepwire/)).toHaveCount(0);
});

test("a part that cannot be fetched is said to be missing, and comes by itself when the server is back", async ({
  page,
  editor,
  complaints,
}) => {
  complaints.expect(unanswered);
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  await page.reload({ waitUntil: "commit" });
  await page.route(/(CommandList|Outline)-/, (route) => route.abort());
  await expect(editor.step("Lambda")).toBeVisible();
  await page.getByRole("tab", { name: "Outline" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "server does not answer" })).toBeVisible({ timeout: 3_000 });
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Commands" })).toContainText("Start Stepwire again", {
    timeout: 3_000,
  });
  await page.keyboard.press("Escape");
  await page.unroute(/(CommandList|Outline)-/);
  await expect(page.getByRole("treeitem", { name: /Lambda/ }).first()).toBeVisible();
  await expect(page.getByText("server does not answer")).toHaveCount(0);
});

/** One after the other, half a second each: still under way when the server is back. */
const chain = Array.from({ length: 16 }, (_, index) => ({
  Name: `Step${index}`,
  Type: "Lambda",
  Arguments: {},
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:one",
  ...(index === 0 ? {} : { DependsOn: [`Step${index - 1}`] }),
}));

test.describe("a followed execution", () => {
  // Fetched ahead, or not, as it happens: that is what the tests before are about.
  test.use({ savesData: true });

  test("says that the server is gone, and goes on by itself when it is back", async ({
    page,
    context,
    editor,
    server,
    complaints,
  }) => {
    complaints.expect(unanswered);
    // The token of before the restart.
    complaints.expect(/401/);
    await editor.open({ name: "chain.json", text: JSON.stringify({ Version: "2020-12-01", Steps: chain }) });
    await editor.deploy();
    await editor.run();
    const panel = editor.region("Executions");
    const succeeded = panel.getByRole("table").getByText("Succeeded");
    await expect(succeeded.first()).toBeVisible();

    await server.end();
    // The list beside it may have asked in vain too.
    const told = panel.getByRole("alert").last();
    await expect(told).toContainText("The local server does not answer", { timeout: 3_000 });
    await expect(told).toContainText("Start it again");
    const before = await succeeded.count();
    expect(before).toBeGreaterThan(0);
    await page.getByRole("button", { name: "Close the bottom panel" }).click();
    const strip = page.getByRole("alert").filter({ hasText: "The local server does not answer" });
    await expect(strip).toBeVisible();
    // In what is shown already: nothing that has yet to be fetched.
    await editor.setField("Experiment name", "meanwhile");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();

    const back = await startServer({ state: server.state, port: server.port });
    await expect(page.getByRole("alert").filter({ hasText: "Not connected to the local server" })).toBeVisible({
      timeout: 3_000,
    });
    // The link that it prints opens in a tab of its own, as `stepwire open` has the browser do it.
    const other = await context.newPage();
    await other.goto(back.link);
    await expect(page.getByRole("alert")).toHaveText([]);
    await editor.openPanel("Executions");
    expect(await succeeded.count()).toBeGreaterThanOrEqual(before);
    await expect(succeeded).toHaveCount(chain.length, { timeout: 20_000 });
    await page.reload();
    await expect(editor.control("Experiment name")).toHaveValue("meanwhile");
    await other.close();
    await back.end();
  });
});

test("what is typed right after the first Ctrl+K is looked for, and Enter runs what is found", async ({
  page,
  editor,
}) => {
  await page.getByRole("button", { name: "Blank pipeline" }).click();
  await editor.addByClick("Lambda");
  await page.reload({ waitUntil: "commit" });
  // The list comes late.
  await page.route(/CommandList-/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await expect(editor.step("Lambda")).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("show keys");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
});
