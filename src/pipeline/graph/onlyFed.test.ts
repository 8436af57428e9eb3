import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/load";
import { deriveGraph } from "./deriveGraph";
import { fedOnlyBy, neededOnlyBy } from "./onlyFed";

const lambda = (Name: string, ...reads: string[]) => ({
  Name,
  Type: "Lambda",
  Arguments: Object.fromEntries(reads.map((from) => [from, { Get: `Steps.${from}.OutputParameters['o']` }])),
  FunctionArn: "arn",
});
const condition = (Name: string, reads: string, ...IfSteps: object[]) => ({
  Name,
  Type: "Condition",
  Arguments: {
    Conditions: [{ Type: "Equals", LeftValue: { Get: `Steps.${reads}.OutputParameters['o']` }, RightValue: 1 }],
    IfSteps,
    ElseSteps: [],
  },
});
const graphOf = (...steps: object[]) => deriveGraph(documentOf(steps).definition);

describe("what only one step feeds", () => {
  it("is what runs after it alone, at any distance", () => {
    const graph = graphOf(lambda("A"), lambda("B", "A"), lambda("C", "B", "A"), lambda("D", "C", "X"), lambda("X"));
    expect(fedOnlyBy(graph, ["A"])).toEqual(["B", "C"]);
  });

  it("counts an order as well as a value, whichever stands first in the document", () => {
    const graph = graphOf({ ...lambda("C"), DependsOn: ["B"] }, { ...lambda("B"), DependsOn: ["A"] }, lambda("A"));
    expect(fedOnlyBy(graph, ["A"])).toEqual(["C", "B"]);
  });

  it("takes a container whole, and only if all inside it wait for nothing else", () => {
    const fed = graphOf(lambda("A"), condition("G", "A", lambda("In", "A")));
    expect(fedOnlyBy(fed, ["A"])).toEqual(["G"]);
    const mixed = graphOf(lambda("A"), lambda("X"), condition("G", "A", lambda("In", "X")));
    expect(fedOnlyBy(mixed, ["A"])).toEqual([]);
  });

  it("leaves out steps that wait for nothing, and steps of other branches", () => {
    const graph = graphOf(lambda("A"), lambda("Free"), condition("G", "Free", lambda("In", "A")));
    expect(fedOnlyBy(graph, ["A"])).toEqual([]);
  });
});

describe("what only one step needs", () => {
  it("is what leads to it alone, at any distance", () => {
    const graph = graphOf(lambda("P"), lambda("Q", "P"), lambda("S"), lambda("A", "Q", "S"), lambda("B", "S"));
    expect(neededOnlyBy(graph, ["A"])).toEqual(["P", "Q"]);
  });
});
