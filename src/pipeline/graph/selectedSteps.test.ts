import { describe, expect, it } from "vitest";
import { definitionOf } from "../../testing/load";
import { deriveGraph } from "./deriveGraph";
import { fromThere, gapsBetween, neededBefore, selectable } from "./selectedSteps";

const lambda = (Name: string, ...after: readonly string[]) => ({
  Name,
  Type: "Lambda",
  Arguments: Object.fromEntries(after.map((step) => [step, { Get: `Steps.${step}.OutputParameters['x']` }])),
});
const loop = { Name: "Each", Type: "ForEach", Arguments: { IterableItems: ["1"], ForEachBody: [lambda("Body")] } };
const graph = deriveGraph(
  definitionOf({
    Version: "2020-12-01",
    Steps: [lambda("A"), lambda("B", "A"), lambda("C", "B"), lambda("D", "C"), loop, lambda("Aside", "A")],
  }),
);

describe("steps that are to run without the others", () => {
  it("leave no gap: what lies on the way between two of them has to run too", () => {
    expect(gapsBetween(graph, new Set(["A", "D"]))).toEqual([
      { step: "B", from: "A", to: "D" },
      { step: "C", from: "A", to: "D" },
    ]);
    expect(gapsBetween(graph, new Set(["B", "C"]))).toEqual([]);
    expect(gapsBetween(graph, new Set(["Aside", "D"]))).toEqual([]);
  });

  it("need the results of those before them that do not run", () => {
    expect(neededBefore(graph, "C", new Set(["C", "D"]))).toEqual(["B"]);
    expect(neededBefore(graph, "D", new Set(["C", "D"]))).toEqual([]);
  });

  it("are a loop where one of its body is chosen, and from there on all that follow, in the document's order", () => {
    expect(selectable(graph, ["Body", "A"])).toEqual(["A", "Each"]);
    expect(fromThere(graph, ["C"])).toEqual(["C", "D"]);
    expect(fromThere(graph, ["A"])).toEqual(["A", "B", "C", "D", "Aside"]);
  });
});
