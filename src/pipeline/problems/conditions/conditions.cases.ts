import { condition, equal, lambda, pipeline, read } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

const first = "Steps[0].Arguments.Conditions[0]";
const number = [{ Name: "N", Type: "Integer", DefaultValue: 1 }];
const equals = (LeftValue: unknown, RightValue: unknown) => ({ Type: "Equals", LeftValue, RightValue });

export const cases: RuleCases = {
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
  "condition-orders-text": {
    bad: pipeline([condition("C", [{ Type: "LessThan", LeftValue: read("Execution.PipelineName"), RightValue: "6" }])]),
    good: pipeline([condition("C", [{ Type: "Equals", LeftValue: read("Execution.PipelineName"), RightValue: "6" }])]),
    says: {
      step: "C",
      path: "Arguments.Conditions[0].RightValue",
      severity: "warning",
      message: 'C orders by the text "6", where LessThan compares numbers.',
    },
    fixes: { "Write 6": { "Steps[0].Arguments.Conditions[0].RightValue": 6 } },
  },
};
