import type { Browser, Page } from "@playwright/test";
import { definitionText } from "./definitions";
import { measureDrag, measureZoom } from "./gestures";
import { median } from "./statistics";
import type { Subject, View } from "./subject";
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
  readonly mount: number;
  readonly drag: number;
  readonly dragWork: number;
  readonly zoom: number;
  readonly zoomWork: number;
}

type Figure = keyof Measured;

const figures: readonly { readonly figure: Figure; readonly name: string }[] = [
  { figure: "mount", name: "opening until all in view is painted" },
  { figure: "drag", name: "dragging one step, frame time p95" },
  { figure: "dragWork", name: "dragging one step, main thread a frame" },
  { figure: "zoom", name: "zooming with the wheel, frame time p95" },
  { figure: "zoomWork", name: "zooming with the wheel, main thread a frame" },
];

/** The goals of a size: the largest size for which one is stated that is not above it. */
const goals: Readonly<Partial<Record<Figure, readonly (readonly [steps: number, ratio: number])[]>>> = {
  mount: [
    [50, 1.0],
    [1_000, 0.5],
  ],
  drag: [
    [50, 1.0],
    [200, 0.8],
    [500, 0.7],
    [1_000, 0.45],
  ],
  zoom: [
    [50, 1.0],
    [200, 0.6],
    [500, 0.5],
    [1_000, 0.35],
  ],
};

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
    const text = definitionText(size);
    for (const view of plan.views) {
      const taken: { ours: Measured[]; reference: Measured[] } = { ours: [], reference: [] };
      for (let run = 0; run < plan.runs; run += 1) {
        taken.reference.push(await measure(browser, reference, text, view, plan.moves));
        taken.ours.push(await measure(browser, ours, text, view, plan.moves));
        progress(`${size} steps, ${printView(view)}, run ${run + 1} of ${plan.runs}`);
      }
      for (const { figure, name } of figures) {
        rows.push({
          name: `${name}, ${size.toLocaleString("en")} steps, ${printView(view)}`,
          unit: "ms",
          ours: median(taken.ours.map((measured) => measured[figure])),
          reference: median(taken.reference.map((measured) => measured[figure])),
          goal: goalOf(figure, size),
        });
      }
    }
  }
  return rows;
}

async function measure(browser: Browser, subject: Subject, text: string, view: View, moves: number): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.addInitScript(installWatch);
    await subject.prepare(page);
    const { canvas, step } = subject;
    await page.evaluate((found) => window.benchWatch.begin(found.canvas, found.step), { canvas, step });
    await subject.open(page, text, view);
    const mount = await painted(page, subject);
    await subject.show(page, view);
    await painted(page, subject);
    const drag = await measureDrag(page, subject, moves);
    const zoom = await measureZoom(page, subject, moves);
    return { mount, drag: drag.frame, dragWork: drag.work, zoom: zoom.frame, zoomWork: zoom.work };
  } finally {
    await context.close();
  }
}

/** How long the canvas must have stood still to count as painted. */
const quiet = 700;

async function painted(page: Page, subject: Subject): Promise<number> {
  const found = await page
    .waitForFunction((still) => window.benchWatch.painted(still), quiet, { timeout: 60_000, polling: 100 })
    .catch((error: unknown) => {
      throw new Error(`${subject.name}: the canvas shows no step that stands still`, { cause: error });
    });
  return (await found.jsonValue())?.ms ?? Number.NaN;
}

function goalOf(figure: Figure, size: number): Goal | null {
  const stated = goals[figure]?.filter(([steps]) => steps <= size).at(-1);
  return stated ? { ratio: stated[1] } : null;
}

function printView(view: View): string {
  return view === "all" ? "all in view" : "at 100%";
}
