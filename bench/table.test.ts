import { expect, it } from "vitest";
import { printTable, type Row } from "./table";

const row: Row = { name: "zoom, 50 steps", unit: "ms", ours: 20, reference: 25, goal: { ratio: 0.6 } };

it("shows what was measured, the ratio, and that the goal is missed", () => {
  expect(printTable([row])).toBe(
    [
      "| what | Stepwire | reference | ratio | goal |",
      "| --- | ---: | ---: | ---: | ---: |",
      "| zoom, 50 steps | 20.0 ms | 25.0 ms | 0.80 | ratio ≤ 0.6, missed |",
    ].join("\n"),
  );
});

it("holds a goal of its own to ours alone", () => {
  expect(printTable([{ ...row, goal: { ours: 20 } }])).toContain("| ≤ 20 ms |");
  expect(printTable([{ ...row, goal: { ours: 19 } }])).toContain("| ≤ 19 ms, missed |");
});
