import { describe, expect, it } from "vitest";
import { importFiles } from "../testing/fixtures";
import { noteFaults, tries } from "../testing/fullTier";
import fc from "../testing/properties";
import { importText } from ".";

const files = importFiles();
/** What means something in one of the syntaxes. */
const pieces = [
  '"',
  "'",
  "\\",
  "{",
  "}",
  "[",
  "]",
  "(",
  "\n",
  ":",
  "- ",
  "&a ",
  "*a ",
  "!Sub ",
  "<<: *a\n",
  "<<-J\n",
  "\u0000",
  "\ud800",
];
const cut = fc.record({
  at: fc.nat(1000),
  length: fc.nat(60),
  put: fc.oneof(
    fc.constantFrom(...pieces, "$" + "{"),
    fc.constant(""),
    fc.nat(20).map((times) => "{'Steps': [".repeat(times)),
  ),
});

describe("what people bring, damaged", () => {
  it("is read or refused at a line that there is, and never throws", async () => {
    const numRuns = tries(60, 50_000);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(cut, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (file, cuts, named) => {
          const text = cuts.reduce((before, { at, length, put }) => {
            const from = Math.floor((before.length * at) / 1000);
            return before.slice(0, from) + put + before.slice(from + length);
          }, file.text);
          const read = await importText(text, named ? file.file : "");
          const results = read.ok ? read.found.map(({ result }) => result) : [read];
          const lines = text.split(/\r\n|\n|\r/).length;
          for (const result of results)
            if (!result.ok)
              expect(result.refusal).toMatchObject({ line: expect.toSatisfy((line) => line >= 1 && line <= lines) });
        },
      ),
      { numRuns },
    );
    noteFaults("files of every form, damaged, that throw or are refused at no line", 0, numRuns);
  });
});

describe("what is made to exhaust the reader", () => {
  const deep = 5000;
  it.each([
    ["lists in YAML", "a.yaml", `Steps: ${"[".repeat(deep)}`],
    ["lists in JSON", "a.json", "[".repeat(deep)],
    ["dictionaries of Python", "a.txt", "{'Steps': ".repeat(2000)],
    ["blocks of Terraform", "a.tf", "pipeline_definition {".repeat(2000)],
    ["brackets of Terraform", "a.tf", `pipeline_definition = ${"(".repeat(2000)}`],
    ["lines that begin as Python does", "a.txt", "'Steps\n".repeat(deep)],
    [
      "aliases of aliases",
      "a.yaml",
      ["Steps: &a0 [x]", ...Array.from({ length: 30 }, (_, i) => `k${i}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`)].join(
        "\n",
      ),
    ],
    ["a heading of a million spaces", "a.md", `# ${" ".repeat(1_000_000)}x\n`],
    ["more code than a template has", "a.yaml", `Steps: [${"1, ".repeat(400_000)}]`],
  ])("is refused: %s", async (_what, name, text) => {
    expect((await importText(text, name)).ok).toBe(false);
  });
});
