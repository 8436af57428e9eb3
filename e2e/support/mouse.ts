import { expect, type Locator, type Page } from "@playwright/test";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of what is seen, once it stands still (a card may be on its way after tidy or fit). */
export async function middleOf(target: Locator): Promise<Point> {
  await expect(target).toBeVisible();
  let before = await target.boundingBox();
  await expect
    .poll(async () => {
      const now = await target.boundingBox();
      const still = now !== null && before !== null && now.x === before.x && now.y === before.y;
      before = now;
      return still;
    })
    .toBe(true);
  const box = before;
  if (box === null) throw new Error(`${target} has no box`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Presses, moves as a hand does, in several small moves, and releases. */
export async function drag(page: Page, from: Point, to: Point, steps = 12): Promise<void> {
  await press(page, from);
  await moveTo(page, from, to, steps);
  await page.mouse.up();
}

export async function press(page: Page, from: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // The first move past the threshold starts the drag; the rest moves it.
  await page.mouse.move(from.x + 4, from.y + 4);
}

export async function moveTo(page: Page, from: Point, to: Point, steps = 12): Promise<void> {
  for (let step = 1; step <= steps; step += 1) {
    const part = step / steps;
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
  }
}
