import type { Page } from "@playwright/test";
import type { Editor } from "./support/editor";
import { drag, middleOf, moveTo, type Point, press } from "./support/mouse";
import { expect, test } from "./support/test";

const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:any";

interface Step {
  readonly Name: string;
  readonly Arguments: { readonly source?: unknown; readonly IfSteps?: readonly Step[] };
}

/** So many that all of it is seen from afar; the last ones read nothing. */
function steps(count = 70): object[] {
  return Array.from({ length: count }, (_, index) => ({
    Name: `Load${index}`,
    Type: "Lambda",
    Arguments: {
      source:
        index === 0 || index > count - 4
          ? "s3://bucket/data"
          : { Get: `Steps.Load${Math.max(0, index - 7)}.OutputParameters['path']` },
    },
    FunctionArn: functionArn,
    OutputParameters: [{ OutputName: "path", OutputType: "String" }],
  }));
}

/** A choice, one branch of which holds a step. */
const gate = {
  Name: "Gate",
  Type: "Condition",
  Arguments: {
    Conditions: [{ Type: "Equals", LeftValue: 1, RightValue: 1 }],
    IfSteps: [{ Name: "Publish", Type: "Lambda", Arguments: {}, FunctionArn: functionArn }],
    ElseSteps: [],
  },
};

/** One that reads a step that is not there. */
const broken = {
  Name: "Broken",
  Type: "Lambda",
  Arguments: { source: { Get: "Steps.Nobody.OutputParameters['path']" } },
  FunctionArn: functionArn,
};

async function openFromAfar(editor: Editor, page: Page, more: object[] = []): Promise<void> {
  const text = JSON.stringify({ Version: "2020-12-01", Steps: [...steps(), ...more] });
  await editor.open({ name: "many.json", text });
  // It shows once it is laid out, in a worker.
  await expect(editor.step("Load0")).toBeAttached({ timeout: 30_000 });
  await page.getByRole("button", { name: "Fit", exact: true }).click();
  await editor.still();
  // From afar next to nothing is an element.
  await expect.poll(() => editor.canvas.getByRole("group").count()).toBeLessThan(12);
}

async function exported(editor: Editor): Promise<readonly Step[]> {
  return JSON.parse(await editor.exportJson()).Steps;
}

/** What is painted at a point of the window: red, green, blue, and 0 for what is clear. */
function paintedAt(page: Page, at: Point): Promise<number[]> {
  return page.evaluate(({ x, y }) => {
    const sheet = document.querySelector<HTMLCanvasElement>("section[aria-label=Canvas] canvas");
    const box = sheet?.getBoundingClientRect();
    if (!sheet || !box) return [];
    const [across, down] = [((x - box.x) / box.width) * sheet.width, ((y - box.y) / box.height) * sheet.height];
    return [...(sheet.getContext("2d")?.getImageData(Math.round(across), Math.round(down), 1, 1).data ?? [])];
  }, at);
}

/** How much redder than anything else the reddest pixel is that is painted around a step's upper right corner. */
async function rednessAtCorner(editor: Editor, page: Page, name: string): Promise<number> {
  await editor.placeFromAfar(name);
  const card = await editor.step(name).boundingBox();
  if (card === null) throw new Error(`${name} is not on the screen`);
  return page.evaluate(
    ({ x, y }) => {
      const sheet = document.querySelector<HTMLCanvasElement>("section[aria-label=Canvas] canvas");
      const box = sheet?.getBoundingClientRect();
      if (!sheet || !box) return 0;
      const [across, down] = [((x - box.x) / box.width) * sheet.width, ((y - box.y) / box.height) * sheet.height];
      const { data } = sheet.getContext("2d")?.getImageData(across - 14, down - 8, 22, 22) ?? { data: [] };
      let reddest = 0;
      for (let at = 0; at < data.length; at += 4)
        reddest = Math.max(reddest, (data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0));
      return reddest;
    },
    { x: card.x + card.width, y: card.y },
  );
}

test.describe("from afar", () => {
  test("a step is dragged, and it is one entry of undo", async ({ editor, page }) => {
    await openFromAfar(editor, page);
    const at = await editor.placeFromAfar("Load40");
    await drag(page, at, { x: at.x + 30, y: at.y + 60 });
    const moved = async () => Math.round((await middleOf(editor.step("Load40"))).y - at.y);
    await expect.poll(moved).toBeGreaterThan(50);
    await expect.poll(async () => (await paintedAt(page, { x: at.x + 30, y: at.y + 60 }))[3]).toBe(255);
    await page.mouse.move(at.x + 200, at.y - 5);
    await editor.undo();
    await expect.poll(moved).toBe(0);
  });

  test("a wire is drawn between two steps", async ({ editor, page }) => {
    await openFromAfar(editor, page);
    const to = await editor.placeFromAfar("Load69");
    const from = await editor.placeFromAfar("Load3");
    await page.mouse.move(from.x, from.y);
    const port = await middleOf(editor.output("path", "Load3"));
    await press(page, port);
    await moveTo(page, port, { x: to.x - 8, y: to.y });
    await page.mouse.up();
    // The card is all that can be met from afar: which of its fields is asked.
    const picker = page.getByRole("dialog", { name: "Field of Load69" });
    await picker.getByRole("option", { name: /^source argument/ }).click();
    await expect(editor.button("Undo")).toBeEnabled();
    const wired = (await exported(editor)).find(({ Name }) => Name === "Load69");
    expect(wired?.Arguments.source).toEqual({ Get: "Steps.Load3.OutputParameters['path']" });
  });

  test("a step comes from the palette, and another from a step's menu", async ({ editor, page }) => {
    await openFromAfar(editor, page);
    await editor.addByDrag("Fail", { x: 300, y: 120 });
    await expect(editor.step("Fail")).toBeAttached();
    const at = await editor.placeFromAfar("Load20");
    await page.mouse.click(at.x, at.y, { button: "right" });
    await page.getByRole("menuitem", { name: "Duplicate" }).click();
    await expect.poll(async () => (await exported(editor)).length).toBe(72);
  });

  test("a step with a problem has a badge, and one without is renamed where it stands", async ({ editor, page }) => {
    await openFromAfar(editor, page, [broken]);
    await expect.poll(() => rednessAtCorner(editor, page, "Broken")).toBeGreaterThan(150);
    expect(await rednessAtCorner(editor, page, "Load20")).toBeLessThan(120);
    const at = await editor.placeFromAfar("Load20");
    await page.mouse.dblclick(at.x, at.y);
    await expect(page.getByRole("textbox", { name: "Name of Load20" })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("Fetch");
    await page.keyboard.press("Enter");
    await expect(editor.step("Fetch")).toBeFocused();
  });

  test("a rubber band selects all that lies in it, more than are elements", async ({ editor, page }) => {
    await openFromAfar(editor, page);
    // So far that the band's corners keep from the rim, where the view would move on under it.
    await page.getByRole("button", { name: "Zoom out", exact: true }).click();
    await editor.still();
    const canvas = await editor.canvas.boundingBox();
    if (canvas === null) throw new Error("the canvas is not on the screen");
    const { x, y, width, height } = canvas;
    await page.keyboard.down("Shift");
    await drag(page, { x: x + 50, y: y + 50 }, { x: x + width - 50, y: y + height - 100 });
    await page.keyboard.up("Shift");
    await expect(editor.region("Inspector").getByText("70 steps")).toBeVisible();
    await expect.poll(() => editor.canvas.getByRole("group").count()).toBeLessThan(66);
    await page.keyboard.press("Delete");
    await expect.poll(async () => (await exported(editor)).length).toBe(0);
  });

  test("a step is dropped into a lane", async ({ editor, page }) => {
    await openFromAfar(editor, page, [gate]);
    const into = await editor.placeFromAfar("Publish");
    const from = await editor.placeFromAfar("Load69");
    await press(page, from);
    await moveTo(page, from, { x: into.x + 2, y: into.y - 3 });
    await expect(page.getByText("Move into True of Gate")).toBeVisible();
    await page.mouse.up();
    const condition = (await exported(editor)).find(({ Name }) => Name === "Gate");
    expect(condition?.Arguments.IfSteps?.map(({ Name }) => Name)).toEqual(["Publish", "Load69"]);
  });

  test("a step's state in a simulation is painted, in light and in dark", async ({ editor, page }) => {
    await openFromAfar(editor, page);
    const colourOf = async () => {
      const { x, y } = await editor.placeFromAfar("Load20");
      await expect.poll(async () => (await paintedAt(page, { x, y: y + 5 }))[3]).toBe(255);
      return (await paintedAt(page, { x, y: y + 5 })).slice(0, 3);
    };
    const plain = await colourOf();
    await editor.openPanel("Simulation");
    const succeeded = await colourOf();
    expect(succeeded).not.toEqual(plain);
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(async () => Math.max(...(await colourOf()))).toBeLessThan(110);
  });
});
