import type { Browser, Page } from "@playwright/test";
import { readCards } from "./cards";
import { definitionText } from "./definitions";
import { measureDrag, measurePan, measureZoom, zoomToFullSize } from "./gestures";
import { median } from "./statistics";
import type { Opened, Subject, View } from "./subject";
import type { Goal, Row } from "./table";
import { installWatch } from "./watch";

export interface CanvasPlan {
  readonly sizes: readonly number[];
  readonly views: readonly View[];
  readonly runs: number;
  /** Moves of a drag and turns of the wheel in one run. */
  readonly moves: number;
}

interface Measured {
  /** Measured where the page opens: with all in view. */
  readonly mount: number;
  readonly drag: number;
  readonly dragWork: number;
  readonly zoom: number;
  readonly zoomWork: number;
  readonly pan: number;
  readonly panWork: number;
}

type Figure = keyof Measured;

const figures: readonly { readonly figure: Figure; readonly name: string }[] = [
  { figure: "mount", name: "opening until all in view is painted" },
  { figure: "drag", name: "dragging one step, frame time p95" },
  { figure: "dragWork", name: "dragging one step, main thread a frame" },
  { figure: "zoom", name: "zooming with the wheel, frame time p95" },
  { figure: "zoomWork", name: "zooming with the wheel, main thread a frame" },
  { figure: "pan", name: "panning, frame time p95" },
  { figure: "panWork", name: "panning, main thread a frame" },
];

/** The goals of a size: of the largest size named that is not above it. Gestures are held to a screen's frame. */
const openings: readonly (readonly [steps: number, goal: Goal])[] = [
  [50, { ratio: 0.7 }],
  [200, { ratio: 0.5 }],
  [1_000, { ratio: 0.2 }],
];

/** Mount, drag and zoom of both, in turn in the same browser, each run in a fresh context. */
export async function measureCanvas(
  browser: Browser,
  ours: Subject,
  reference: Subject,
  plan: CanvasPlan,
  progress: (done: string) => void,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of plan.sizes) {
    const opened = await lookUpCards(browser, ours, definitionText(size), size);
    for (const view of plan.views) {
      const taken: { ours: Measured[]; reference: Measured[] } = { ours: [], reference: [] };
      for (let run = 0; run < plan.runs; run += 1) {
        taken.reference.push(await measure(browser, reference, opened, size, view, plan.moves));
        taken.ours.push(await measure(browser, ours, opened, size, view, plan.moves));
        progress(`${size} steps, ${printView(view)}, run ${run + 1} of ${plan.runs}`);
      }
      for (const { figure, name } of figures) {
        if (figure === "mount" && view !== "all") continue;
        rows.push({
          name: `${name}, ${size.toLocaleString("en")} steps, ${printView(view)}`,
          unit: "ms",
          ours: median(taken.ours.map((measured) => measured[figure])),
          reference: median(taken.reference.map((measured) => measured[figure])),
          goal: goalOf(figure, size, view),
        });
      }
    }
  }
  return rows;
}

/** Opens the definition in the editor, not measured, to see where it puts the steps. */
export async function lookUpCards(browser: Browser, ours: Subject, text: string, size: number): Promise<Opened> {
  return inPage(browser, ours, async (page) => {
    await openAndWait(page, ours, { text, cards: {}, area: { width: 0, height: 0 } }, size);
    const cards = await readCards(page, ours, text);
    const box = await page.locator(ours.find.canvas).boundingBox();
    return { text, cards, area: { width: box?.width ?? 0, height: box?.height ?? 0 } };
  });
}

async function measure(
  browser: Browser,
  subject: Subject,
  opened: Opened,
  size: number,
  view: View,
  moves: number,
): Promise<Measured> {
  return inPage(browser, subject, async (page) => {
    const mount = await openAndWait(page, subject, opened, size);
    if (view === "100%") {
      await zoomToFullSize(page, subject);
      await still(page);
    }
    await page.evaluate(() => window.benchWatch.end());
    const drag = await measureDrag(page, subject, opened.cards, moves);
    // The dragged step is selected, and its inspector opens: that is not the zoom's.
    await rest(page, subject);
    const zoom = await measureZoom(page, subject, moves);
    await rest(page, subject);
    const pan = await measurePan(page, subject, moves);
    return {
      mount,
      ...{ drag: drag.frame, dragWork: drag.work, zoom: zoom.frame, zoomWork: zoom.work },
      ...{ pan: pan.frame, panWork: pan.work },
    };
  });
}

/** Looks at the canvas until it is still. */
async function rest(page: Page, { find }: Subject): Promise<void> {
  await page.evaluate((find) => window.benchWatch.begin(find), find);
  await still(page);
  await page.evaluate(() => window.benchWatch.end());
}

async function inPage<Result>(
  browser: Browser,
  subject: Subject,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(installWatch);
    await subject.prepare(page);
    await page.evaluate((find) => window.benchWatch.begin(find), subject.find);
    return await use(page);
  } finally {
    await context.close();
  }
}

/** Opens, waits until everything stands still (layout in a worker, fit), and tells when all steps were first painted. */
export async function openAndWait(page: Page, subject: Subject, opened: Opened, size: number): Promise<number> {
  await subject.open(page, opened);
  const painted = await page
    .waitForFunction((steps) => window.benchWatch.painted(steps), size, { timeout: 60_000, polling: 100 })
    .catch((error: unknown) => {
      throw new Error(`${subject.name}: the canvas does not show ${size} steps and their edges`, { cause: error });
    });
  await still(page);
  return (await painted.jsonValue()) ?? Number.NaN;
}

/** Long enough for a worker to begin a layout. */
const quiet = 1_000;

async function still(page: Page): Promise<void> {
  await page.waitForFunction((ms) => window.benchWatch.isStill(ms), quiet, { timeout: 60_000, polling: 100 });
}

function goalOf(figure: Figure, size: number, view: View): Goal | null {
  if (figure === "mount") return openings.findLast(([steps]) => steps <= size)?.[1] ?? null;
  if (figure === "drag" || figure === "zoom" || figure === "pan")
    return { ours: view === "100%" || size > 1_000 ? 20 : 18 };
  return null;
}

function printView(view: View): string {
  return view === "all" ? "all in view" : "at 100%";
}
