import type { Page } from "@playwright/test";
import type { Subject, View } from "./subject";

/**
 * The editor, found by the names that people and screen readers hear.
 * Everything that the measurements know of its page stands in this file.
 */
export const names = {
  open: { role: "button", name: "Open" },
  fit: { role: "button", name: "Fit view" },
  fullSize: { role: "button", name: "Zoom to 100%" },
  blank: { role: "button", name: /blank/i },
  canvas: '[role="region"][aria-label="Canvas"], section[aria-label="Canvas"]',
  /** Edges are groups too; a step's element is the one that React Flow places. */
  step: '.react-flow__node[role="group"], .react-flow__node [role="group"]',
} as const;

/** `link` gives a fresh launch link at each call: its code lets in once. */
export function stepwire(link: () => Promise<string>): Subject {
  return {
    name: "Stepwire",
    canvas: `:is(${names.canvas})`,
    step: `:is(${names.step})`,
    prepare: async (page) => {
      await page.goto(await link());
      await openButton(page).waitFor();
    },
    open: async (page, text) => {
      const chosen = page.waitForEvent("filechooser");
      await openButton(page).click();
      const chooser = await chosen;
      await chooser.setFiles({ name: "bench.json", mimeType: "application/json", buffer: Buffer.from(text, "utf8") });
    },
    show: async (page: Page, view: View) => {
      const { role, name } = view === "all" ? names.fit : names.fullSize;
      await page.getByRole(role, { name, exact: true }).click();
    },
  };
}

function openButton(page: Page) {
  return page.getByRole(names.open.role, { name: names.open.name }).first();
}
