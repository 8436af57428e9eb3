import type { CDPSession, Page } from "@playwright/test";
import { findStep } from "./cards";
import { percentile } from "./statistics";
import type { Opened, Point, Subject } from "./subject";

/** What a gesture cost. */
export interface GestureCost {
  /** Frame time, 95th percentile, ms: what a person sees. A 60 Hz screen cannot show less than 16.7. */
  readonly frame: number;
  /** The page's main thread, busy for each frame, ms on average: what is behind it, also below 16.7. */
  readonly work: number;
}

/** A mouse speaks this often; Chromium hands the page what came since the last frame. */
const mousePeriod = 8;

/** Drags one step in circles. */
export async function measureDrag(
  page: Page,
  subject: Subject,
  cards: Opened["cards"],
  moves: number,
): Promise<GestureCost> {
  const start = await findStep(page, subject, cards);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 6);
  const before = await fingerprint(page, subject);
  const cost = await measureGesture(page, moves, (move) => {
    const angle = (move / 60) * 2 * Math.PI;
    return page.mouse.move(start.x + 60 * Math.sin(angle), start.y + 60 * (1 - Math.cos(angle)));
  });
  // Somewhere else than where it began, or nothing would show that it moved at all.
  await page.mouse.move(start.x + 80, start.y + 40);
  if ((await waitForChange(page, subject, before)) === before)
    throw new Error(`${subject.name}: the drag moves nothing`);
  await page.mouse.up();
  return cost;
}

/** Zooms in and out with the wheel over the middle of the canvas. */
export async function measureZoom(page: Page, subject: Subject, moves: number): Promise<GestureCost> {
  const at = await middleOfCanvas(page, subject);
  await page.mouse.move(at.x, at.y);
  const before = await fingerprint(page, subject);
  // The wheel alone pans the editor; with Ctrl it zooms both pages.
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -60);
  if ((await waitForChange(page, subject, before)) === before) {
    // A page may stand at its largest zoom, or let the first turn after a drag go by: the other way must move it.
    await page.mouse.wheel(0, 60);
    if ((await waitForChange(page, subject, before)) === before)
      throw new Error(`${subject.name}: the wheel zooms nothing`);
  }
  // In for twenty turns, out for twenty: the view stays about where it was.
  const cost = await measureGesture(page, moves, (move) =>
    page.mouse.wheel(0, Math.floor(move / 20) % 2 === 0 ? -20 : 20),
  );
  await page.keyboard.up("Control");
  return cost;
}

/** Pans by dragging the ground, in circles of a third of the view. */
export async function measurePan(page: Page, subject: Subject, moves: number): Promise<GestureCost> {
  const at = await middleOfCanvas(page, subject);
  await page.mouse.move(at.x, at.y);
  await page.mouse.down({ button: "middle" });
  const before = await fingerprint(page, subject);
  await page.mouse.move(at.x + 8, at.y + 8);
  const cost = await measureGesture(page, moves, (move) => {
    const angle = (move / 80) * 2 * Math.PI;
    return page.mouse.move(at.x + 160 * Math.sin(angle), at.y + 160 * (1 - Math.cos(angle)));
  });
  await page.mouse.move(at.x + 60, at.y + 40);
  if ((await waitForChange(page, subject, before)) === before) throw new Error(`${subject.name}: nothing pans`);
  await page.mouse.up({ button: "middle" });
  return cost;
}

/** Sends the moves at a mouse's pace, whether or not the page keeps up, and looks at the frames meanwhile. */
async function measureGesture(page: Page, moves: number, send: (move: number) => Promise<void>): Promise<GestureCost> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const busyBefore = await busySeconds(devtools);
  await page.evaluate(() => window.benchWatch.beginFrames());
  const sent: Promise<void>[] = [];
  const start = performance.now();
  for (let move = 1; move <= moves; move += 1) {
    sent.push(send(move));
    await sleepUntil(start + move * mousePeriod);
  }
  await Promise.all(sent);
  const frames = await page.evaluate(() => window.benchWatch.endFrames());
  const busy = (await busySeconds(devtools)) - busyBefore;
  await devtools.detach();
  // A page that shows no second frame meanwhile has needed all of the time for one.
  if (frames.length === 0) frames.push(performance.now() - start);
  return { frame: percentile(frames, 95), work: (busy * 1000) / frames.length };
}

async function busySeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
}

function sleepUntil(moment: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())));
}

/** Zooms with the wheel, over the middle of the canvas, until a pixel of the canvas is a pixel of the screen. */
export async function zoomToFullSize(page: Page, subject: Subject): Promise<void> {
  const at = await middleOfCanvas(page, subject);
  await page.mouse.move(at.x, at.y);
  const scale = await page.evaluate((canvas) => {
    const viewport = document.querySelector(`${canvas} .react-flow__viewport`);
    return viewport ? new DOMMatrix(getComputedStyle(viewport).transform).a : 1;
  }, subject.find.canvas);
  const before = await fingerprint(page, subject);
  // d3-zoom: a pixel of the wheel multiplies the scale by 2^0.002.
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, Math.log2(scale) / 0.002);
  await page.keyboard.up("Control");
  await waitForChange(page, subject, before);
}

async function middleOfCanvas(page: Page, subject: Subject): Promise<Point> {
  const box = await page.locator(subject.find.canvas).boundingBox();
  if (box === null) throw new Error(`${subject.name}: there is no canvas`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where everything is; another one means that something moved. */
function fingerprint(page: Page, subject: Subject): Promise<string> {
  return page.evaluate(
    ({ canvas, step }) =>
      [document.querySelector(`${canvas} .react-flow__viewport`), ...document.querySelectorAll(`${canvas} ${step}`)]
        .flatMap((element) => element ?? [])
        .map((element) => {
          const box = element.getBoundingClientRect();
          return `${Math.round(box.x)},${Math.round(box.y)}`;
        })
        .join(" "),
    subject.find,
  );
}

async function waitForChange(page: Page, subject: Subject, before: string): Promise<string> {
  const deadline = Date.now() + 2_000;
  let now = before;
  while (now === before && Date.now() < deadline) now = await fingerprint(page, subject);
  return now;
}
