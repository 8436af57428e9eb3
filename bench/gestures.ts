import type { Page } from "@playwright/test";
import { percentile } from "./statistics";
import type { Point, Subject } from "./subject";

/** Frame times in ms, 95th percentile, while one step is dragged in circles. */
export async function measureDrag(page: Page, subject: Subject, moves: number): Promise<number> {
  const start = await findStep(page, subject);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 6, start.y + 6);
  const before = await fingerprint(page, subject);
  await page.evaluate(() => window.benchWatch.beginFrames());
  for (let move = 1; move <= moves; move += 1) {
    const angle = (move / 30) * 2 * Math.PI;
    await page.mouse.move(start.x + 60 * Math.sin(angle), start.y + 60 * (1 - Math.cos(angle)));
  }
  const frames = await page.evaluate(() => window.benchWatch.endFrames());
  // Released away from where it began; otherwise nothing would show that it moved at all.
  await page.mouse.move(start.x + 80, start.y + 40);
  if ((await fingerprint(page, subject)) === before) throw new Error(`${subject.name}: no step moved in the drag`);
  await page.mouse.up();
  return percentile(frames, 95);
}

/** The same while the wheel zooms in and out around the middle of the canvas. */
export async function measureZoom(page: Page, subject: Subject, turns: number): Promise<number> {
  const at = await middleOfCanvas(page, subject);
  await page.mouse.move(at.x, at.y);
  const before = await fingerprint(page, subject);
  await page.mouse.wheel(0, -60);
  if ((await waitForChange(page, subject, before)) === before)
    throw new Error(`${subject.name}: the wheel zooms nothing`);
  await page.evaluate(() => window.benchWatch.beginFrames());
  for (let turn = 0; turn < turns; turn += 1) {
    // In for ten turns, out for ten: the view stays about where it was.
    await page.mouse.wheel(0, Math.floor(turn / 10) % 2 === 0 ? -60 : 60);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
  const frames = await page.evaluate(() => window.benchWatch.endFrames());
  return percentile(frames, 95);
}

/** A point of the head of a step near the middle that nothing covers. */
async function findStep(page: Page, subject: Subject): Promise<Point> {
  const found = await page.evaluate(
    ({ canvas, step }) => {
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
    },
    { canvas: subject.canvas, step: subject.step },
  );
  if (found === null) throw new Error(`${subject.name}: no step is in view`);
  return found;
}

async function middleOfCanvas(page: Page, subject: Subject): Promise<Point> {
  const box = await page.locator(subject.canvas).boundingBox();
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
    { canvas: subject.canvas, step: subject.step },
  );
}

async function waitForChange(page: Page, subject: Subject, before: string): Promise<string> {
  const deadline = Date.now() + 2_000;
  let now = before;
  while (now === before && Date.now() < deadline) now = await fingerprint(page, subject);
  return now;
}
