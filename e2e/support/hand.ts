import type { Page } from "@playwright/test";

interface Counted {
  readonly clicks: number;
  readonly drags: number;
  readonly keys: number;
}

/** Counts what a person does with the mouse and the keyboard, as the page hears it: what a test does otherwise is no event of a hand. */
export async function countHand(page: Page): Promise<() => Promise<Counted>> {
  await page.evaluate(() => {
    const counted = { clicks: 0, drags: 0, keys: 0 };
    Object.assign(globalThis, { counted });
    let from: PointerEvent | null = null;
    const heard = { capture: true } as const;
    addEventListener(
      "pointerdown",
      (event) => {
        from = event.isTrusted ? event : null;
      },
      heard,
    );
    addEventListener(
      "pointerup",
      (event) => {
        if (from === null) return;
        const far = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY);
        counted[far > 5 ? "drags" : "clicks"]++;
        from = null;
      },
      heard,
    );
    addEventListener(
      "keydown",
      ({ isTrusted, key }) => {
        if (isTrusted && !["Control", "Meta", "Shift", "Alt"].includes(key)) counted.keys++;
      },
      heard,
    );
  });
  return () => page.evaluate(() => ({ ...(globalThis as unknown as { counted: Counted }).counted }));
}

/** What a person has on the clipboard from elsewhere comes into the field with the caret: one key, Ctrl+V. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+v");
}
