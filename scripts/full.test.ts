import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { parts } from "./full/parts.mjs";
import { withFigures } from "./full/table.mjs";

const readme = "Before\n<!-- made by npm run test:full -->\nold\n<!-- end of what npm run test:full makes -->\nAfter\n";
const figure = { what: "edits | lost", goal: "0", measured: "0 of 300", isMet: true };
const run = {
  ...{ when: "2026-11-29", commit: "0123456789", machine: "2 cores", minutes: 12 },
  ...{ passed: true, figures: [figure] },
};

it("writes how to repeat each part and a row a figure between its marks, and nothing elsewhere", () => {
  const made = withFigures(readme, { kills: run });
  expect(made).toContain("| edits \\| lost | 0 of 300 | 0 |\n");
  expect(made).toContain("`npm run test:full -- --only kills`, 2026-11-29, 0123456789, 12 min, 2 cores");
  expect(made).not.toContain("old");
  expect(made.startsWith("Before\n") && made.endsWith("\nAfter\n")).toBe(true);
  expect(withFigures(made, { kills: run })).toBe(made);
});

it("says a miss as a miss, and a part that failed too", () => {
  const missed = withFigures(readme, { kills: { ...run, passed: false, figures: [{ ...figure, isMet: false }] } });
  expect(missed).toContain("| 0 of 300, **missed** |");
  expect(missed).toContain("| the part as a whole | a test failed, **missed** |");
});

it("names only tests that are there", () => {
  const named = Object.values(parts).flatMap(({ unit = [], e2e = [] }: { unit?: string[]; e2e?: string[] }) => [
    ...unit,
    ...e2e,
  ]);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});
