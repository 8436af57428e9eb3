import type { Subject } from "./subject";

/**
 * The editor, found by the names that people and screen readers hear, but for what is looked at in every frame.
 * Everything that the measurements know of its page stands in this file.
 */
export const names = {
  open: "Open",
  blank: /^blank/i,
  tidy: "Tidy",
  /** A field of a Lambda step that holds plain text. */
  plainField: "Function ARN",
} as const;

/** `link` gives a fresh launch link at each call: its code lets in once. */
export function stepwire(link: () => Promise<string>): Subject {
  return {
    name: "Stepwire",
    find: {
      canvas: 'section[aria-label="Canvas"]',
      step: ".react-flow__node",
      edge: ".sw-lines path",
      painted: ".sw-painting-sheet",
    },
    prepare: async (page) => {
      await page.goto(await link());
      await page.getByRole("button", { name: names.open }).first().waitFor();
    },
    open: async (page, { text }) => {
      const chosen = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: names.open }).first().click();
      const chooser = await chosen;
      await chooser.setFiles({ name: "bench.json", mimeType: "application/json", buffer: Buffer.from(text, "utf8") });
    },
  };
}
