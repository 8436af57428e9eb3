/**
 * Names are data: a table of ours that is read by a text of someone else's answers `constructor` without listing it. So a table is read
 * by `lookup`, and what is kept by a name is a map. The compiler cannot tell the two kinds of text apart; this reads the sources.
 */
import { describe, expect, it } from "vitest";
import { isGenerated, readCode } from "./testing/sourceFiles";

/** They make and read the objects of a definition themselves, and say there how they tell what is an object's own. */
const those = [
  "src/pipeline/definition/byName.ts",
  "src/pipeline/definition/parse.ts",
  "src/pipeline/definition/value.ts",
];

/** Headers of Node's, which are lower case; a shape of AWS's, asked by the hundred thousand; parts made of the kinds named beside them. */
const known = [
  "src/cli/runningServer.ts: headers[proofHeader]",
  "src/pipeline/problems/fields/noImage.ts: runs[place.shapeName]",
  "src/pipeline/schema/load.ts: shapes[name]",
  "src/pipeline/steps/runs/lineage.ts: arns[kind]",
  "src/local-region/operations.ts: operations[name]",
  "src/ui/palette/ExecutionVariables.tsx: said[variable]",
];

const declared = /\b(\w+)\??\s*:\s*(?:Readonly<|Partial<)*Record<\s*string\s*,/g;

/** `table[text]` for each table that the file declares to be one by any text. */
function lookups(text: string): string[] {
  const tables = new Set([...text.matchAll(declared)].map(([, name]) => name));
  return [...tables].flatMap((table) =>
    [...text.matchAll(new RegExp(`\\b${table}(?:\\?\\.)?\\[`, "g"))]
      .map(({ index }) => access(text, index))
      .filter((read) => !/\[(?:\d*|"[^"]*")\]$/.test(read)),
  );
}

/** From a name to the bracket that ends what it is read by, on one line. */
function access(text: string, from: number): string {
  let depth = 0;
  for (let at = text.indexOf("[", from); at < text.length; at++) {
    if (text[at] === "[") depth++;
    if (text[at] === "]" && --depth === 0)
      return text
        .slice(from, at + 1)
        .replace(/\s+/g, " ")
        .replace(/([[(]) | (?=[\])])/g, "$1");
  }
  return text.slice(from);
}

describe("a table that is declared to be one by any text", () => {
  it("is read by `lookup`, which answers for what it lists alone", () => {
    const code = readCode("src").filter(({ path }) => !/\.(test|cases)\.tsx?$|^src\/testing\//.test(path));
    expect(code.length).toBeGreaterThan(500);
    const found = code
      .filter(({ path }) => !isGenerated(path.replace(/^src\//, "")) && !those.includes(path))
      .flatMap(({ path, text }) => lookups(text).map((read) => `${path}: ${read}`));
    expect([...new Set(found)].filter((read) => !known.includes(read))).toEqual([]);
  });

  it("is found, and what is read by a word of ours is not", () => {
    const text =
      'const words: Readonly<Record<string, string>> = {}; words[name]; words["a"]; words.b; other[name]; words?.[a[1]];';
    expect(lookups(text)).toEqual(["words[name]", "words?.[a[1]]"]);
  });
});
