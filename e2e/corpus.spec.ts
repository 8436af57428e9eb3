import { type CorpusDefinition, corpus } from "../src/testing/fixtures";
import { everyNth, isFull } from "../src/testing/fullTier";
import type { Editor } from "./support/editor";
import { expect, test } from "./support/test";

/**
 * Real definitions: each opens, its outline is complete, and going to an entry brings it into view. That the outline has every edge of
 * AWS's own graph is asked of all of them without a browser; here of every fourth, one after the other, in the full tier of each.
 */
const definitions = everyNth(4, corpus());

async function openWhole(editor: Editor, { file, text, graph }: CorpusDefinition): Promise<void> {
  await editor.open({ name: file, text });
  await editor.page.getByRole("tab", { name: "Outline", exact: true }).click();
  const outline = editor.region("Outline");
  const names = graph.steps.map((step) => step.name).sort();
  await expect
    .poll(async () => {
      const listed = await outline
        .locator("[role=treeitem][aria-description]")
        .evaluateAll((items) => items.map((item) => item.getAttribute("aria-label") ?? ""));
      return listed.sort();
    })
    .toEqual(names);

  const sentences = await outline
    .locator("[role=treeitem]:not([aria-description])")
    .evaluateAll((items) =>
      items.map((item) => ` ${item.getAttribute("aria-label") ?? ""} `.replaceAll(/[.,]? /g, "  ")),
    );
  for (const [from, to] of [...graph.edges, ...(graph.besideArguments ?? [])]) {
    const says = sentences.some((sentence) => sentence.startsWith(`  ${to}  `) && sentence.includes(`  ${from}  `));
    expect(says, `the outline says that ${to} follows ${from}`).toBe(true);
  }

  // `npm run test:full` goes to each step, `npm test` to some four from the first to the last.
  const apart = isFull ? 1 : Math.ceil(graph.steps.length / 4);
  for (const { name } of graph.steps.filter((_, index) => index % apart === 0)) {
    await outline.getByRole("treeitem", { name, exact: true }).click();
    await expect(editor.step(name)).toBeInViewport();
  }
}

test("real definitions open, one after the other, with every step and edge in the outline", async ({ editor }) => {
  test.setTimeout(definitions.length * 60_000);
  expect(definitions.length).toBeGreaterThan(7);
  for (const each of definitions) await test.step(each.name, () => openWhole(editor, each));
});
