import { expect, test } from "./support/test";

test.use({ ownServer: true });

test("the printed link opens Stepwire, and its code leaves the address at once", async ({ page, server }) => {
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page).toHaveTitle(/Stepwire/);
  const code = server.link.split("/").at(-1) ?? "";
  expect(code.length).toBeGreaterThan(20);
  await expect.poll(() => page.url()).not.toContain(code);
});

test("a page whose address is typed in by hand works without the link", async ({ page, server }) => {
  await page.goto("about:blank");
  await page.goto(server.origin);
  await expect(page.getByRole("main")).toBeVisible();
});
