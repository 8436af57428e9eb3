import { expect, test } from "./support/test";

/** What the browser itself says of a server that does not answer. */
const unanswered = /ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_ABORTED|Failed to fetch/;

test("what was not opened yet opens when the server has gone", async ({ page, editor, server, complaints }) => {
  complaints.expect(unanswered);
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
