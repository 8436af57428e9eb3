import type { Page } from "@playwright/test";
import { middleOf } from "./support/mouse";
import { referenceDefinition } from "./support/referenceDefinition";
import { expect, test } from "./support/test";

const text = JSON.stringify(referenceDefinition);
const view = (page: Page) =>
  page.locator(".react-flow__viewport").evaluate((element) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(element).transform);
    return { zoom: a, x: e, y: f };
  });

test("the wheel pans, and with Ctrl it zooms", async ({ page, editor }) => {
  await editor.open({ name: "churn.json", text });
  await expect(editor.step("Train")).toBeInViewport();
  const canvas = await editor.canvas.boundingBox();
  await page.mouse.move((canvas?.x ?? 0) + 300, (canvas?.y ?? 0) + 60);
  const before = await view(page);
  await page.mouse.wheel(0, 100);
  await expect.poll(async () => Math.round((await view(page)).y - before.y)).toBe(-100);
  expect((await view(page)).zoom).toBe(before.zoom);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, 100);
  await page.keyboard.up("Control");
  await expect.poll(async () => (await view(page)).zoom).toBeLessThan(before.zoom);
});

test("keys and the menu of the zoom fit, show the selection and go to 100%", async ({ page, editor }) => {
  await editor.open({ name: "churn.json", text });
  const zoom = editor.canvas.getByRole("button", { name: /^Zoom \d+%$/ });
  await editor.selectStep("Train");
  await page.keyboard.press("Shift+2");
  await expect(zoom).toHaveText("Zoom 100%");
  await zoom.click();
  await page.getByRole("menuitem", { name: "Zoom to 50%" }).click();
  await expect(zoom).toHaveText("Zoom 50%");
  await page.keyboard.press("Control+0");
  await expect(zoom).toHaveText("Zoom 100%");
  await page.keyboard.press("Shift+1");
  for (const step of ["Preprocess", "Train", "CreateModel"])
    await expect(editor.step(step)).toBeInViewport({ ratio: 0.99 });
});

test("Escape leaves the view where it is", async ({ page, editor }) => {
  await editor.open({ name: "churn.json", text });
  await editor.selectStep("Train");
  const zoom = editor.canvas.getByRole("button", { name: /^Zoom \d+%$/ });
  await zoom.click();
  await page.getByRole("menuitem", { name: "Zoom to 50%" }).click();
  await expect(zoom).toHaveText("Zoom 50%");
  const before = await view(page);
  await editor.step("Train").focus();
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox", { name: "Name of Train" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(editor.step("Train")).toBeFocused();
  await page.keyboard.press("Escape");
  expect(await view(page)).toEqual(before);
});

test("Shift and a drag choose steps, and never the page's text", async ({ page, editor }) => {
  await editor.open({ name: "churn.json", text });
  await page.getByText("Palette", { exact: true }).first().dblclick();
  const canvas = await editor.canvas.boundingBox();
  const at = { x: (canvas?.x ?? 0) + 20, y: (canvas?.y ?? 0) + 20 };
  await page.keyboard.down("Shift");
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 400, at.y + 560, { steps: 5 });
  expect(await page.evaluate(() => String(window.getSelection()))).toBe("");
  await page.mouse.up();
  await page.keyboard.up("Shift");
  expect(await page.evaluate(() => String(window.getSelection()))).toBe("");
});

test("a step has an address", async ({ page, editor }) => {
  await editor.open({ name: "churn.json", text });
  await editor.selectStep("Train");
  await expect(page).toHaveURL(/#\/d\/[^/]+\/s\/Train$/);
  await page.reload();
  await expect(editor.region("Inspector").getByRole("heading", { name: "Train", exact: true })).toBeVisible();
  await page.evaluate(() => {
    window.location.hash = window.location.hash.replace("/s/Train", "/s/Preprocess");
  });
  await expect(editor.region("Inspector").getByRole("heading", { name: "Preprocess", exact: true })).toBeVisible();
});

test("Ctrl+F finds values and references, and F3 goes on from one to the next", async ({ page, editor }) => {
  await editor.open({ name: "churn.json", text });
  await expect(editor.step("Train")).toBeInViewport();
  await page.keyboard.press("Control+f");
  await page.getByRole("combobox", { name: "Find a step" }).fill("xgboost");
  await expect(page.getByRole("option", { name: /^TrainingImage of Train/ })).toBeVisible();
  await page.keyboard.press("Enter");
  const heading = (name: string) => editor.region("Inspector").getByRole("heading", { name, exact: true });
  await expect(heading("Train")).toBeVisible();
  await page.keyboard.press("F3");
  await expect(heading("CreateModel")).toBeVisible();
  await page.keyboard.press("Shift+F3");
  await expect(heading("Train")).toBeVisible();
  // All are marked until Escape, which moves nothing.
  const found = editor.canvas.getByRole("toolbar", { name: "What was found" });
  await expect(found).toContainText("“xgboost”1 of 2");
  await found.getByRole("button", { name: "Find the next one" }).click();
  await expect(found).toContainText("2 of 2");
  const stood = await middleOf(editor.step("CreateModel"));
  await page.keyboard.press("Escape");
  await expect(found).toHaveCount(0);
  await expect(heading("CreateModel")).toBeVisible();
  expect(await middleOf(editor.step("CreateModel"))).toEqual(stood);
});

test("the inspector of another step begins at its beginning", async ({ editor }) => {
  await editor.open({ name: "churn.json", text });
  await editor.selectStep("Train");
  const inspector = editor.region("Inspector");
  const name = inspector.getByRole("textbox", { name: "Name", exact: true });
  await expect(name).toBeVisible();
  // The form is as long as it will be: before that, its end is in view without scrolling.
  await expect(editor.control("Instance count")).toBeAttached();
  await inspector.getByRole("heading", { name: "Runs after" }).scrollIntoViewIfNeeded();
  await expect(name).not.toBeInViewport();
  await editor.selectStep("Preprocess");
  await expect(inspector.getByRole("heading", { name: "Preprocess", exact: true })).toBeInViewport();
});
