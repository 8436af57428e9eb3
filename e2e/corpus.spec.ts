import { corpus } from "../src/testing/fixtures";
import { isFull } from "../src/testing/fullTier";
import { expect, test } from "./support/test";

/** Real definitions: each opens, its outline is complete, and going to an entry brings it into view. */
const definitions = corpus();

test.describe("every definition of the corpus", () => {
  for (const { name, file, text, graph } of definitions) {
    test(`${name} opens, with every step and edge in the outline`, async ({ editor, page }) => {
      test.setTimeout(240_000);
      await editor.open({ name: file, text });
      await page.getByRole("tab", { name: "Outline", exact: true }).click();
      const outline = editor.region("Outline");
      const steps = outline.locator("[role=treeitem][aria-description]");
      await expect(steps).toHaveCount(graph.steps.length);
      const listed = await steps.evaluateAll((items) => items.map((item) => item.getAttribute("aria-label") ?? ""));
      expect([...listed].sort()).toEqual(graph.steps.map((step) => step.name).sort());

      const sentences = await outline
        .locator("[role=treeitem]:not([aria-description])")
        .evaluateAll((items) =>
          items.map((item) => ` ${item.getAttribute("aria-label") ?? ""} `.replaceAll(/[.,]? /g, "  ")),
        );
      for (const [from, to] of [...graph.edges, ...(graph.besideArguments ?? [])]) {
        const says = sentences.some((sentence) => sentence.startsWith(`  ${to}  `) && sentence.includes(`  ${from}  `));
        expect(says, `the outline says that ${to} follows ${from}`).toBe(true);
      }

      // `npm run test:full` goes to each step, `npm test` to some six from the first to the last.
      const apart = isFull ? 1 : Math.ceil(graph.steps.length / 6);
      const asked = graph.steps.filter((_, index) => index % apart === 0);
      for (const step of asked) {
        await outline.getByRole("treeitem", { name: step.name, exact: true }).click();
        await expect(editor.step(step.name)).toBeInViewport();
      }
    });
  }
});
