import { describe, expect, it } from "vitest";
import { definitionOf } from "../../testing/load";
import { deriveGraph } from "./deriveGraph";
import { surroundingsOf } from "./surroundings";

const step = (Name: string, ...DependsOn: string[]) => ({ Name, Type: "Lambda", Arguments: {}, DependsOn });
/** A → B → C → E, and beside it A → D → E and X alone. */
const graph = deriveGraph(
  definitionOf({
    Version: "2020-12-01",
    Steps: [step("A"), step("B", "A"), step("C", "B"), step("D", "A"), step("E", "C", "D"), step("X")],
  }),
);
const told = (steps: string[], whole = false) => {
  const { keys, edges } = surroundingsOf(graph, steps, whole);
  return [[...keys].sort().join(""), [...edges].sort()];
};

describe("what a step is joined to", () => {
  it("are its neighbours and the edges to them", () => {
    expect(told(["B"])).toEqual(["ABC", ["A→B", "B→C"]]);
    expect(told(["X"])).toEqual(["X", []]);
  });

  it("are those of several steps together", () => {
    expect(told(["B", "D"])).toEqual(["ABCDE", ["A→B", "A→D", "B→C", "D→E"]]);
  });

  it("is the whole path when it is asked for, without what lies beside it", () => {
    expect(told(["B"], true)).toEqual(["ABCE", ["A→B", "B→C", "C→E"]]);
    expect(told(["E"], true)).toEqual(["ABCDE", ["A→B", "A→D", "B→C", "C→E", "D→E"]]);
  });

  it("ends in a circle, too", () => {
    const round = deriveGraph(definitionOf({ Version: "2020-12-01", Steps: [step("A", "B"), step("B", "A")] }));
    expect([...surroundingsOf(round, ["A"], true).keys]).toEqual(["A", "B"]);
  });
});
