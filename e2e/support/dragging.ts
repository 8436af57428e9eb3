import type { Page } from "@playwright/test";
import type { Editor } from "./editor";
import { middleOf, moveTo, type Point, press } from "./mouse";

/** Presses a step's head, moves to a point, and keeps hold of it. */
export async function holdStep(page: Page, editor: Editor, name: string, to: Point): Promise<void> {
  // A step that still glides to where the layout puts it is not where it was seen.
  const from = await pointOf(editor, name, 60, 14);
  await press(page, from);
  await moveTo(page, from, to);
}

/** Drags a step by its head to a point of the window. */
export async function dropStep(page: Page, editor: Editor, name: string, to: Point): Promise<void> {
  await holdStep(page, editor, name, to);
  await page.mouse.up();
}

/** A point of a step, from its top left corner. */
export async function pointOf(editor: Editor, name: string, x: number, y: number): Promise<Point> {
  await middleOf(editor.step(name));
  const box = await editor.step(name).boundingBox();
  if (box === null) throw new Error(`${name} is not in view`);
  return { x: box.x + x, y: box.y + y };
}

/** What the browser tells of a file that is dragged over the page. */
export function heldFile(page: Page, name: string, content: string | Uint8Array) {
  return page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([typeof content === "string" ? content : new Uint8Array(content)], name));
      return transfer;
    },
    [name, typeof content === "string" ? content : [...content]] as const,
  );
}
