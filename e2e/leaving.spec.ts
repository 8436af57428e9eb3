import type { Locator, Page } from "@playwright/test";
import { inTurn, noteFaults, tries } from "../src/testing/fullTier";
import { Editor } from "./support/editor";
import { moveTo, type Point, press } from "./support/mouse";
import { expect, test } from "./support/test";

/** So often a page is left in each way and at each moment: each takes two seconds, and `npm test` has ten minutes. */
const leavings = tries(1, 50);
const moments = ["at rest", "mid-key in a field", "mid-key in a name", "mid-drag"] as const;
const rounds = leavings * moments.length;

/** So many milliseconds after the last key or move. */
const waits = [5, 9, 12, 16, 20, 25];

type Way = "reload" | "close" | "back" | "back to the list" | "link" | "link to the list";

for (const way of ["reload", "close", "back", "link"] as const) {
  test(`nothing is lost when the page is left by ${way}, at rest, in the middle of a key and of a drag`, async ({
    page,
    editor,
  }) => {
    test.setTimeout(rounds * 15_000);
    await page.getByRole("button", { name: "Blank pipeline" }).click();
    for (const type of ["Lambda", "Training"]) await editor.addByClick(type);
    await editor.tidy();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await editor.canvas.click({ position: { x: 20, y: 300 } });
    const document = page.url();

    let open = new Editor(page);
    const lost: string[] = [];
    let wayBack: Way | null = null;
    let tried = 0;
    for (const round of inTurn(rounds, rounds)) {
      const moment = moments[round % moments.length] as (typeof moments)[number];
      const wait = waits[round % waits.length] as number;
      // The list of documents is another page only to the reader: half of the ways lead there, some in a row.
      const by: Way =
        Math.floor(round / tries(4, 8)) % 2 === 0 && (way === "back" || way === "link") ? `${way} to the list` : way;
      if (by.startsWith("back") && by !== wayBack) await putBehind(open.page, by, document);
      wayBack = by;
      const leave = await departure(open.page, by, wait, document);
      const made = await change(open, moment, round, leave);
      open = new Editor(await leave.left());
      await expect(open.step("Training")).toBeVisible();
      // Where the page before has not let go yet, this one reads along for a moment and then goes on from what was left.
      let found = await made.read(open);
      for (let tries = 0; tries < 100 && found !== made.wanted; tries++) {
        await open.page.waitForTimeout(100);
        found = await made.read(open);
      }
      tried++;
      if (found !== made.wanted) lost.push(`${by}, ${moment}, ${wait} ms: ${found} instead of ${made.wanted}`);
    }
    noteFaults(`edits lost when the page is left by ${way}, at rest, mid-key and mid-drag`, lost.length, tried, rounds);
    expect(lost).toEqual([]);
  });
}

/**
 * Another page of another process: the browser waits half a second for the one that is left, and ends it, whatever it still had to do.
 */
test("nothing is lost when a page is left that is too busy to be told", async ({ page, editor }) => {
  await editor.beginWithLambda();
  await editor.canvas.click({ position: { x: 20, y: 300 } });
  const document = page.url();
  await page.goto("about:blank");
  await page.goto(document);
  await page.getByTitle(/click to rename$/).click();
  await page.getByRole("textbox", { name: "Name of the pipeline" }).fill("Kept");
  const leaving = page.waitForEvent("framenavigated");
  await page.evaluate(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const end = performance.now() + 1000;
      while (performance.now() < end);
      port2.postMessage("again");
    };
    setTimeout(() => {
      window.history.back();
      port2.postMessage("begin");
    });
  });
  await leaving;
  await page.waitForLoadState("load");
  await page.goto(document);
  await expect(editor.control("Pipeline name")).toHaveValue("Kept");
});

interface Departure {
  /** From now on the next key or move of the mouse is the last. */
  readonly arm: () => Promise<void>;
  readonly leaveNow: () => Promise<void>;
  /** The page that shows the document again. */
  readonly left: () => Promise<Page>;
}

/** Comes to the document from where the way back is to lead. Whoever went back and comes again has come from there anew. */
async function putBehind(page: Page, way: Way, document: string): Promise<void> {
  if (way === "back") await page.goto("about:blank");
  else await page.evaluate(() => window.location.replace("#/"));
  await page.goto(document);
  await expect(new Editor(page).step("Training")).toBeVisible();
}

async function departure(page: Page, way: Way, wait: number, document: string): Promise<Departure> {
  const context = page.context();
  if (way === "close") {
    const next = await context.newPage();
    return {
      arm: async () => undefined,
      leaveNow: async () => undefined,
      left: async () => {
        await new Promise((resolve) => setTimeout(resolve, wait));
        await page.close();
        await next.goto(document);
        return next;
      },
    };
  }
  const navigated = () => page.waitForEvent("framenavigated");
  let leaving: Promise<unknown> = Promise.resolve();
  return {
    arm: async () => {
      leaving = navigated();
      await page.evaluate(leaveAfterNextInput, { way, wait });
    },
    leaveNow: async () => {
      leaving = navigated();
      await page.evaluate(leaveAfterNextInput, { way, wait });
      await page.keyboard.press("F8");
    },
    left: async () => {
      await leaving;
      // A page that is left while it loads leaves no entry: the next way back would lead past it.
      await page.waitForLoadState("load");
      expect(page.url()).toBe(leadsTo(way, document));
      // Whoever comes again before the list is drawn has never left.
      if (way.endsWith("to the list")) await expect(page.getByRole("button", { name: "Blank pipeline" })).toBeVisible();
      await page.mouse.up();
      if (way !== "reload") await page.goto(document);
      return page;
    },
  };
}

function leadsTo(way: Way, document: string): string {
  if (way === "reload") return document;
  return way.endsWith("to the list") ? new URL("#/", document).href : "about:blank";
}

/** Runs in the page: by its own clock. */
function leaveAfterNextInput({ way, wait }: { readonly way: Way; readonly wait: number }): void {
  const go = () => {
    if (way === "reload") window.location.reload();
    else if (way === "link") window.location.assign("about:blank");
    else if (way === "link to the list") window.document.querySelector<HTMLElement>("a[href='#/']")?.click();
    else window.history.back();
  };
  const once = () => {
    for (const type of ["keydown", "pointermove"]) window.removeEventListener(type, once, true);
    setTimeout(go, wait);
  };
  for (const type of ["keydown", "pointermove"]) window.addEventListener(type, once, true);
}

interface Change {
  readonly wanted: string;
  readonly read: (open: Editor) => Promise<string>;
}

async function change(
  open: Editor,
  moment: (typeof moments)[number],
  round: number,
  leave: Departure,
): Promise<Change> {
  const { page } = open;
  const name = `Pipeline${round}`;
  const experiment = (editor: Editor) => editor.control("Experiment name");
  switch (moment) {
    case "at rest":
      await typeOver(experiment(open), name);
      await page.keyboard.press("Enter");
      await expect(page.getByText("Saved", { exact: true })).toBeVisible();
      await leave.leaveNow();
      return { wanted: name, read: (editor) => experiment(editor).inputValue() };
    case "mid-key in a field":
      await typeOver(experiment(open), name);
      await leave.arm();
      await page.keyboard.press("x");
      return { wanted: `${name}x`, read: (editor) => experiment(editor).inputValue() };
    case "mid-key in a name": {
      await page.getByTitle(/click to rename$/).click();
      await typeOver(page.getByRole("textbox", { name: "Name of the pipeline" }), name);
      await leave.arm();
      await page.keyboard.press("x");
      return { wanted: `${name}x`, read: (editor) => editor.control("Pipeline name").inputValue() };
    }
    case "mid-drag": {
      const before = await distance(open);
      const box = await boxOf(open, "Training");
      const head = { x: box.x + 60, y: box.y + 14 };
      // There and back, so that it stays in view however often.
      const by = round % 8 < 4 ? { x: 40, y: 30 } : { x: -40, y: -30 };
      await press(page, head);
      await moveTo(page, head, { x: head.x + by.x, y: head.y + by.y }, 4);
      const moved = await distance(open);
      await leave.arm();
      await page.mouse.move(head.x + by.x, head.y + by.y + 1);
      expect(Math.hypot(moved.x - before.x, moved.y - before.y)).toBeGreaterThan(0.1);
      return {
        wanted: printed(moved),
        read: async (editor) => {
          const found = await distance(editor);
          return printed(Math.hypot(found.x - moved.x, found.y - moved.y) < 0.02 ? moved : found);
        },
      };
    }
  }
}

async function typeOver(control: Locator, text: string): Promise<void> {
  await control.fill(text);
  await control.press("End");
}

async function boxOf(open: Editor, step: string) {
  const box = await open.step(step).boundingBox();
  if (box === null) throw new Error(`${step} is not in view`);
  return box;
}

/** How far Training stands from Lambda, in its own widths, however the canvas is zoomed. */
async function distance(open: Editor): Promise<Point> {
  const [from, to] = [await boxOf(open, "Lambda"), await boxOf(open, "Training")];
  return { x: (to.x - from.x) / to.width, y: (to.y - from.y) / to.width };
}

function printed({ x, y }: Point): string {
  return `${x.toFixed(2)}, ${y.toFixed(2)}`;
}
