import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../../testing/load";
import { condition, equal, lambda, pipeline, read } from "../../../testing/steps";
import { type RuleCase, sweepRules } from "../../../testing/sweepRules";
import { checkDefinition } from "..";
import { ruleGroups } from "../rules";

const models = await loadAllModels();
const first = "Steps[0].Arguments.Conditions[0]";
const number = [{ Name: "N", Type: "Integer", DefaultValue: 1 }];
const equals = (LeftValue: unknown, RightValue: unknown) => ({ Type: "Equals", LeftValue, RightValue });

const cases: Readonly<Record<string, RuleCase>> = {
  "condition-empty": {
    bad: pipeline([condition("C", [])]),
    good: pipeline([condition("C", [equal])]),
    says: { step: "C", severity: "warning", message: "C compares nothing yet. Add a condition." },
  },
  "condition-malformed": {
    bad: pipeline([condition("C", [{ Type: "In", Value: "a", In: ["a"] }])]),
    good: pipeline([
      condition("C", [
        { Type: "In", QueryValue: "a", Values: ["a", read("Parameters.N")] },
        { Type: "Not", Condition: { Type: "Or", Conditions: [equal] } },
      ]),
    ]),
    says: {
      step: "C",
      path: "Arguments.Conditions[0]",
      severity: "error",
      message: "The condition Conditions[0] of C is an In: it needs QueryValue and Values, and knows no Value, In.",
    },
    fixes: { "Write QueryValue and Values": { [first]: { Type: "In", QueryValue: "a", Values: ["a"] } } },
  },
  "condition-type-unknown": {
    bad: pipeline([condition("C", [{ Type: "Equal", LeftValue: 1, RightValue: 1 }])]),
    good: pipeline([condition("C", [equal])]),
    says: {
      step: "C",
      path: "Arguments.Conditions[0].Type",
      severity: "error",
      message: "C compares by Equal, and there is no such condition.",
    },
    fixes: { "Use Equals": { [first]: equal } },
  },
  "condition-types-differ": {
    bad: pipeline([condition("C", [equals(read("Parameters.N"), "1")])], number),
    good: pipeline(
      [condition("C", [equals(read("Parameters.N"), 1), equals("a", read("Execution.PipelineName"))])],
      number,
    ),
    says: {
      step: "C",
      path: "Arguments.Conditions[0]",
      severity: "warning",
      message: "C compares a number with a text: they are never equal, and may fail the step.",
    },
    fixes: { "Write 1": { [first]: equals(read("Parameters.N"), 1) } },
  },
  "condition-nested": {
    bad: pipeline([condition("Outer", [equal], [condition("Inner", [equal])])]),
    good: pipeline([condition("Outer", [equal], [lambda("A")]), condition("Other", [equal])]),
    says: {
      step: "Inner",
      severity: "warning",
      message:
        "Inner is a condition in a branch of Outer, which SageMaker may refuse. Put its conditions into one step.",
    },
    fixes: { "Move Inner out": { "Steps[1].Name": "Inner", "Steps[0].Arguments.IfSteps": [] } },
  },
};

sweepRules(ruleGroups.conditions, cases, models);

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
