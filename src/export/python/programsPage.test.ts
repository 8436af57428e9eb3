/** docs/python-programs.md says what was measured. `UPDATE_DOCS=1 npx vitest run programsPage` writes it anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { listSteps } from "../../pipeline/graph/stepTree";
import { corpus } from "../../testing/fixtures";
import { definitionOf, loadAllModels } from "../../testing/load";
import { sdk2 } from "./sdk2";
import { sdk3 } from "./sdk3";
import { writeProgram } from "./write";

const page = "docs/python-programs.md";
const models = await loadAllModels();
const definitions = corpus().filter(({ name }) => !name.includes("/"));

const head = `# Python programs

What \`stepwire export --to python\` (SageMaker SDK 3) and \`--to python-v2\` (SDK 2.257) write of the real definitions that tests are held to:
how many steps of each type with the SDK's own class. The others are a \`RequestStep\` in the program, a small subclass of \`Step\` with the
request written out, because the SDK's class would send another or there is none; a ForEach that the SDK does not know is compiled as a
Condition and named rightly in \`definition()\`. Each program gives back its definition and its edges under the SDK itself
(\`interop/test_export.py\`). Made by \`UPDATE_DOCS=1 npx vitest run programsPage\`; a test compares them.

Beside that, \`WrittenPipeline.definition()\` puts right what either SDK always writes and the definition has not (root keys), or leaves out
(SDK 3: \`"AppManaged": false\` of inputs and outputs of a Processing step).
`;

it("the page of Python programs says how many steps are written with the SDK's own classes", () => {
  const total = new Map<string, number>();
  const own = [sdk3, sdk2].map(() => new Map<string, number>());
  for (const { name, text } of definitions) {
    const definition = definitionOf(text);
    const steps = listSteps(definition);
    for (const { type } of steps) total.set(type, (total.get(type) ?? 0) + 1);
    for (const [index, sdk] of [sdk3, sdk2].entries()) {
      const { fallbacks } = writeProgram({ name, definition, models }, sdk);
      expect(fallbacks, name).not.toBeNull();
      for (const step of steps) {
        if (!fallbacks?.has(step.name)) own[index]?.set(step.type, (own[index]?.get(step.type) ?? 0) + 1);
      }
    }
  }
  const sum = (counts: ReadonlyMap<string, number> | undefined) =>
    [...(counts?.values() ?? [])].reduce((one, other) => one + other, 0);
  const all = sum(total);
  const share = (counts: ReadonlyMap<string, number> | undefined) => `${((100 * sum(counts)) / all).toFixed(1)}%`;
  const rows = [...total]
    .sort()
    .map(([type, count]) => `| ${type} | ${count} | ${own[0]?.get(type) ?? 0} | ${own[1]?.get(type) ?? 0} |`);
  const rendered = [
    head,
    "| type | steps | by own class, SDK 3 | by own class, SDK 2 |",
    "| --- | --- | --- | --- |",
    ...rows,
    `| **all** | **${all}** | **${sum(own[0])} (${share(own[0])})** | **${sum(own[1])} (${share(own[1])})** |`,
    "",
  ].join("\n");
  if (process.env.UPDATE_DOCS === "1") writeFileSync(page, rendered);
  const isSame = readFileSync(page, "utf8") === rendered;
  expect(isSame, "UPDATE_DOCS=1 npx vitest run programsPage writes it anew").toBe(true);
});
