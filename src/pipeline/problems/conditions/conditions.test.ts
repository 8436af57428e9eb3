import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../../testing/load";
import { condition, equal, pipeline } from "../../../testing/steps";
import { checkDefinition } from "../../reading";

const models = await loadAllModels();

describe("conditions that only the official schema knows", () => {
  it("are doubted, and can be written as the SDK writes them", () => {
    const not = condition("C", [{ Type: "NotEquals", LeftValue: 1, RightValue: 2 }]);
    const [found] = checkDefinition(definitionOf(pipeline([not])), models);
    expect(found).toMatchObject({ code: "condition-type-unknown", severity: "warning" });
    expect(found?.fixes?.map(({ label }) => label)).toEqual(["Write Not Equals"]);
  });
});

describe("a condition deep inside others", () => {
  it("is found by its place", () => {
    const deep = { Type: "Not", Condition: { Type: "Or", Conditions: [{ Type: "Not", Expression: equal }] } };
    const [found] = checkDefinition(definitionOf(pipeline([condition("C", [deep])])), models);
    expect(found?.at).toEqual(["Arguments", "Conditions", 0, "Condition", "Conditions", 0]);
    expect(found?.fixes?.map(({ label }) => label)).toEqual(["Write Condition"]);
  });
});
