import { describe, expect, it } from "vitest";
import { compareRuns, isNoWorse, printCompared } from "./compare";
import type { Row } from "./table";

const row = (name: string, ours: number, unit: Row["unit"] = "ms"): Row => ({
  name,
  unit,
  ours,
  reference: 1,
  goal: null,
});

describe("two checkouts side by side", () => {
  it("are compared by the medians of the rows of one name", () => {
    const ours = [row("zoom", 90), row("zoom", 10), row("zoom", 11)];
    const theirs = [row("zoom", 10), row("zoom", 10), row("zoom", 1)];
    expect(compareRuns(ours, theirs)).toEqual([
      { name: "zoom", unit: "ms", ours: 11, theirs: 10, runs: [3, 3], noWorse: true },
    ]);
  });

  it("keep a row that one side has alone, and do not judge it", () => {
    const compared = compareRuns([row("new", 1)], [row("old", 2)]);
    expect(compared.map(({ name, ours, theirs, noWorse }) => [name, ours, theirs, noWorse])).toEqual([
      ["new", 1, null, null],
      ["old", null, 2, null],
    ]);
  });

  it.each<[Row["unit"], number, number, boolean]>([
    ["ms", 110, 100, true],
    ["ms", 110.1, 100, false],
    ["ms", 1.5, 0.6, true],
    ["ms", 1.7, 0.6, false],
    ["µs a step", 11, 10, true],
    ["µs a step", 11.5, 10.4, false],
    ["kB", 303, 300, true],
    ["kB", 303.1, 300, false],
    ["MB", 41, 40, false],
    ["MB", 10, 40, true],
  ])("in %s: %d beside %d is no worse: %s", (unit, ours, theirs, expected) => {
    expect(isNoWorse(unit, ours, theirs)).toBe(expected);
  });

  it("are printed as a table that ends with the count", () => {
    const ours = [row("zoom", 20), row("size", 300, "kB"), row("size", 301, "kB"), row("new", 1)];
    expect(printCompared(compareRuns(ours, [row("zoom", 10), row("size", 300, "kB")]))).toBe(
      [
        "| what | ours | theirs | ratio | no worse | runs |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        "| zoom | 20.0 ms | 10.0 ms | 2.00 | **no** | 1 |",
        "| size | 300 kB | 300 kB | 1.00 | yes | 2 / 1 |",
        "| new | 1.00 ms | — | — | — | 1 / 0 |",
        "",
        "1 no worse, 1 worse, 1 on one side alone",
      ].join("\n"),
    );
  });
});
