import { describe, expect, it } from "vitest";
import { handlers } from "../testing/fixtures";
import { handlerSummary } from "../testing/handlerSummary";

const samples = handlers();
const isPython = (file: string) => file.endsWith(".py");

/** Other ways to write the same: what is read may not change by them. */
const variations: readonly (readonly [what: string, vary: (text: string, file: string) => string])[] = [
  ["lines that end as on Windows", (text) => text.replaceAll("\n", "\r\n")],
  ["tabs", (text, file) => text.replaceAll(isPython(file) ? "    " : "  ", "\t")],
  ["wider indentation", (text) => text.replace(/^ +/gm, (blanks) => blanks.repeat(2))],
  ["other quotes", otherQuotes],
  ["another name for the event", (text) => text.replace(/\bevent\b/g, "incoming_data")],
  [
    "comments",
    (text, file) => text.replace(/^(?=\S)/gm, isPython(file) ? "# return {}\n" : "// return {}\n").trimEnd(),
  ],
  ["functions beside it", beside],
  ["blank lines", (text) => text.replaceAll("\n", "\n\n")],
];

function otherQuotes(text: string, file: string): string {
  const from = /'/.test(text) ? null : '"';
  if (from === null || /\b[rfb]"|`|"""/.test(text) || (isPython(file) && /f"/.test(text))) return text;
  return text.replaceAll('"', "'");
}

function beside(text: string, file: string): string {
  return isPython(file)
    ? `${text}\n\ndef unused(a, b):\n    return {"never": 1}\n`
    : `${text}\nfunction unused(a, b) {\n  return { never: 1 };\n}\n`;
}

describe("the same handler written another way", () => {
  const cases = samples.flatMap(({ file, text, expected }) =>
    variations.flatMap(([what, vary]) => {
      const varied = vary(text, file);
      return varied === text ? [] : [{ file, what, varied, expected }];
    }),
  );

  it("is there in many more than forty cases", () => {
    expect(cases.length).toBeGreaterThan(200);
  });

  it.each(cases)("is read alike: $file with $what", ({ file, varied, expected }) => {
    expect(handlerSummary(varied, file)).toEqual(expected);
  });

  const inAnotherOrder = ["respond.py", "async_run.py", "class_handler.py", "built_up.py"];
  it.each(samples.filter(({ file }) => inAnotherOrder.includes(file)))(
    "is read alike in another order: $file",
    ({ file, text, expected }) => {
      const [head, ...blocks] = text.split(/\n(?=(?:async )?def |class )/);
      const turned = [head, ...blocks.reverse()].join("\n");
      const sorted = (words: string) => words.split(" ").sort();
      const seen = handlerSummary(turned, file);
      expect(sorted(seen.outputs)).toEqual(sorted(expected.outputs));
      expect(sorted(seen.inputs)).toEqual(sorted(expected.inputs));
    },
  );
});
