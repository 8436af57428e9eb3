import { expect, it } from "vitest";
import { arbitraryEdit } from "../../testing/arbitraryValue";
import { corpus } from "../../testing/fixtures";
import { noteFaults, noteFigure, tries } from "../../testing/fullTier";
import { definitionOf, loadAllModels } from "../../testing/load";
import fc from "../../testing/properties";
import { createDocument } from "../definition/document";
import { parseDefinition } from "../definition/parse";
import { serialise } from "../definition/serialise";
import { getIn, isList } from "../definition/value";
import { read } from "./read";

const models = await loadAllModels();
const sound = corpus()
  .filter(({ text }) => text.length < 30_000)
  .map(({ text }) => definitionOf(text));

it(
  "a definition with anything in any place is read, and comes out as it is",
  () => {
    const numRuns = tries(150, 100_000);
    let longest = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...sound),
        fc.array(arbitraryEdit, { minLength: 1, maxLength: 5 }),
        (definition, edits) => {
          const damaged = edits.reduce((before, edit) => edit(before), definition);
          const begun = performance.now();
          const reading = read(createDocument("d", "pipeline", damaged), models);
          longest = Math.max(longest, performance.now() - begun);
          expect(reading.problems).toBeDefined();
          const text = serialise(damaged);
          const opened = parseDefinition(text);
          // Without a list of steps it is no definition any more, and is refused as such.
          if (isList(getIn(damaged, ["Steps"]))) expect(opened.ok && serialise(opened.value)).toBe(text);
          else expect(!opened.ok && opened.refusal.message).toMatch(/list of Steps/);
        },
      ),
      { numRuns },
    );
    noteFaults("definitions of the corpus, edited at random, that stop the reader or come out otherwise", 0, numRuns);
    noteFigure({
      what: "the longest that the reader took for one of them",
      goal: "1 s",
      measured: `${Math.round(longest)} ms`,
      isMet: longest < 1_000,
    });
  },
  tries(60_000, 2_400_000),
);
