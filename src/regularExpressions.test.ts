// biome-ignore-all lint/correctness/noComponentHookFactories: a visitor's methods bear the names of nodes, they are no components
/**
 * No regular expression can be made to go on for ever by what somebody brings: each is asked of recheck. What takes the square of a text's
 * length is counted beside; most of these read names and single lines.
 */
import { parseSync, Visitor } from "oxc-parser";
import { check } from "recheck";
import { expect, it } from "vitest";
import { isFull, noteFaults } from "./testing/fullTier";
import { isGenerated, isTest, readCode } from "./testing/sourceFiles";

interface Found {
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

function expressionsIn({ path, text }: { readonly path: string; readonly text: string }): Found[] {
  const found: Found[] = [];
  new Visitor({
    Literal: (node) => {
      if ("regex" in node) found.push({ at: path, source: node.regex.pattern, flags: node.regex.flags });
    },
  }).visit(parseSync(path, text).program);
  return found;
}

const written = readCode("src").filter(
  ({ path }) => !isTest(path) && !/testing\/|\.d\.ts$/.test(path) && !isGenerated(path.slice(4)),
);
const all = written.flatMap(expressionsIn);
const different = [...new Map(all.map((one) => [`${one.source}/${one.flags}`, one])).values()];

it("never takes time that doubles with each character", async () => {
  // `npm test` asks of each twentieth: a few take seconds.
  const asked = isFull ? different : different.filter((_, at) => at % 20 === 0);
  expect(asked.length).toBeGreaterThan(10);
  const found: Record<string, string[]> = { exponential: [], polynomial: [], unknown: [] };
  for (const { at, source, flags } of asked) {
    const result = await check(source, flags, { timeout: 30_000 });
    const kind = result.status === "vulnerable" ? result.complexity.type : result.status;
    found[kind]?.push(`${at}: /${source}/${flags}`);
  }
  const { exponential = [], polynomial = [], unknown = [] } = found;
  noteFaults("regular expressions that take time without end, by recheck", exponential.length, asked.length);
  noteFaults("those that take the square of a text's length or more", polynomial.length, asked.length);
  noteFaults("those that recheck can say nothing of", unknown.length, asked.length);
  if (isFull) console.log([...polynomial, ...unknown].join("\n"));
  expect(exponential).toEqual([]);
}, 3_600_000);
