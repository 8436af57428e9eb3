import type { CDPSession, Page } from "@playwright/test";
import { percentile } from "./statistics";
import type { Point, Subject } from "./subject";

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
export async function measureDrag(page: Page, subject: Subject, moves: number): Promise<GestureCost> {
  const start = await findStep(page, subject);
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

/** A point of the head of a step near the middle that nothing covers. */
async function findStep(page: Page, subject: Subject): Promise<Point> {
  // A page may keep its steps back until they are laid out: wait for the first that can be taken hold of.
  const seen = await page.waitForFunction(({ canvas, step }) => {
    const area = document.querySelector(canvas)?.getBoundingClientRect();
    if (!area) return null;
    const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
    const points = [...document.querySelectorAll(`${canvas} ${step}`)].map((element) => {
      const box = element.getBoundingClientRect();
      return { element, x: box.x + box.width * 0.5, y: box.y + box.height * 0.15 };
    });
    const distance = (point: { x: number; y: number }) => Math.hypot(point.x - middle.x, point.y - middle.y);
    points.sort((a, b) => distance(a) - distance(b));
    const free = points.find(({ element, x, y }) => element.contains(document.elementFromPoint(x, y)));
    return free ? { x: free.x, y: free.y } : null;
  }, subject.find);
  const found = await seen.jsonValue();
  if (found === null) throw new Error(`${subject.name}: no step is in view`);
  return found;
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
      [...document.querySelectorAll(`${canvas} ${step}`)]
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
