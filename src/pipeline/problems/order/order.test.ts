import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../../testing/load";
import { condition, equal, lambda, pipeline } from "../../../testing/steps";
import { checkDefinition } from "../../reading";
import { cases } from "./order.cases";

const models = await loadAllModels();

describe("a cycle", () => {
  it("names its steps, so that the canvas can show them", () => {
    const found = checkDefinition(definitionOf(cases.cycle?.bad ?? {}), models).find(({ code }) => code === "cycle");
    expect(found?.steps).toEqual(["A", "B", "C"]);
  });
});

describe("a branch", () => {
  it("hides its steps from the other branch too", () => {
    const other = condition("G", [equal], [lambda("In")], [lambda("A", { DependsOn: ["In"] })]);
    const codes = checkDefinition(definitionOf(pipeline([other])), models).map(({ code }) => code);
    expect(codes).toContain("depends-on-branch");
  });
});

describe("triggers", () => {
  it("are not two for one step", () => {
    const two = lambda("B", { DependsOn: ["A", { Step: "A", Trigger: "Failed" }] });
    const found = checkDefinition(definitionOf(pipeline([lambda("A"), two])), models);
    expect(found.map(({ message }) => message)).toContain(
      "B waits for A with two triggers, Completed and Failed. Keep one.",
    );
  });
});
