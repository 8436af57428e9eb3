import { condition, equal, lambda, pipeline, read } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

export const cases: RuleCases = {
  "step-name-invalid": {
    bad: pipeline([lambda("my step")]),
    good: pipeline([lambda("my-step_2")]),
    says: {
      step: "my step",
      path: "Name",
      severity: "error",
      message: 'A step\'s name takes letters, digits, "-" and "_"; a space does not fit.',
    },
    fixes: { "Rename to my-step": { "Steps[0].Name": "my-step" } },
  },
  "step-name-duplicate": {
    bad: pipeline([lambda("A"), condition("G", [equal], [lambda("A", { Arguments: { x: read("Steps.G.Outcome") } })])]),
    good: pipeline([lambda("A"), lambda("B")]),
    says: {
      step: "A#2",
      path: "Name",
      severity: "error",
      message: "Another step is called A already. Rename one of them.",
    },
    fixes: { "Rename this one to A2": { "Steps[0].Name": "A", "Steps[1].Arguments.IfSteps[0].Name": "A2" } },
  },
  "step-in-two-places": {
    bad: pipeline([condition("G", [equal], [lambda("A")]), lambda("A")]),
    good: pipeline([condition("G", [equal], [lambda("A")]), lambda("B")]),
    says: {
      step: "A#2",
      severity: "error",
      message: "A stands in IfSteps of G and in Steps. Keep one of them.",
    },
    fixes: {
      "Remove the one in Steps": { "Steps[1]": undefined, "Steps[0].Arguments.IfSteps[0].Name": "A" },
      "Remove the one in IfSteps of G": { "Steps[1].Name": "A", "Steps[0].Arguments.IfSteps": [] },
    },
  },
  "step-not-connected": {
    bad: pipeline([lambda("A"), lambda("B"), lambda("C", { DependsOn: ["B"] })]),
    good: pipeline([lambda("A")]),
    says: {
      step: "A",
      severity: "warning",
      message: "A is connected to no other step. Wire one of its outputs to a field, or let it wait for a step.",
    },
  },
  "unknown-step-type": {
    bad: pipeline([lambda("A", { Type: "Lamda" })]),
    good: pipeline([lambda("A")]),
    says: {
      step: "A",
      path: "Type",
      severity: "info",
      message: "A is a Lamda step, a type that Stepwire does not know. Did you mean Lambda?",
    },
    fixes: { "Make it a Lambda step": { "Steps[0].Type": "Lambda" } },
  },
  "steps-malformed": {
    bad: pipeline([
      lambda("A"),
      { Name: "Gate", Type: "Condition", Arguments: { Conditions: [], IfSteps: lambda("B") } },
    ]),
    good: pipeline([
      {
        Name: "Gate",
        Type: "Condition",
        Arguments: { Conditions: [], IfSteps: [lambda("B")], ElseSteps: [lambda("A")] },
      },
    ]),
    says: {
      step: "Gate",
      path: "Arguments.IfSteps",
      severity: "error",
      message: "IfSteps of Gate must be a list of steps.",
    },
    fixes: { "Put it into a list": { "Steps[1].Arguments.IfSteps": [lambda("B")] } },
  },
};
