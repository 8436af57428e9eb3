import { condition, equal, fail, lambda, pipeline, read } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

const gate = condition("G", [equal], [lambda("In")], []);
export const cases: RuleCases = {
  cycle: {
    bad: pipeline([
      lambda("A", { Arguments: { x: read("Steps.C.OutputParameters['path']") } }),
      lambda("B", { DependsOn: ["A"] }),
      lambda("C", { DependsOn: ["B"] }),
    ]),
    good: pipeline([lambda("A"), lambda("B", { DependsOn: ["A"] }), lambda("C", { DependsOn: ["A", "B"] })]),
    says: {
      step: null,
      severity: "error",
      message: "A → B → C → A: these steps wait for each other, so none can start. Remove one of the edges.",
    },
    fixes: {
      "Let B not wait for A": { "Steps[1].DependsOn": undefined, "Steps[2].DependsOn": ["B"] },
      "Let C not wait for B": { "Steps[2].DependsOn": undefined, "Steps[1].DependsOn": ["A"] },
    },
  },
  "depends-on-unknown": {
    bad: pipeline([lambda("Prepare"), lambda("B", { DependsOn: ["Prepare", { Step: "Prepar", Trigger: "Failed" }] })]),
    good: pipeline([lambda("Prepare"), lambda("B", { DependsOn: [{ Step: "Prepare", Trigger: "Failed" }] })]),
    says: {
      step: "B",
      path: "DependsOn[1]",
      severity: "error",
      message: "B waits for Prepar, but there is no step of that name. Did you mean Prepare?",
    },
    fixes: {
      "Wait for Prepare": { "Steps[1].DependsOn[1]": { Step: "Prepare", Trigger: "Failed" } },
      "Remove Prepar": { "Steps[1].DependsOn": ["Prepare"] },
    },
  },
  "depends-on-fail": {
    bad: pipeline([fail("F"), lambda("A", { DependsOn: ["F"] })]),
    good: pipeline([lambda("A"), fail("F", { DependsOn: ["A"] })]),
    says: {
      step: "A",
      path: "DependsOn[0]",
      severity: "error",
      message: "A waits for F, but a Fail step ends the execution: nothing can follow it.",
    },
    fixes: { "Let A not wait for F": { "Steps[1].DependsOn": undefined } },
  },
  "depends-on-branch": {
    bad: pipeline([gate, lambda("A", { DependsOn: ["In"] })]),
    good: pipeline([condition("G", [equal], [lambda("In"), lambda("A", { DependsOn: ["In"] })])]),
    says: {
      step: "A",
      path: "DependsOn[0]",
      severity: "warning",
      message: "A waits for In, which lies in a branch of G. If that branch is not taken, A never runs.",
    },
    fixes: { "Let A not wait for In": { "Steps[1].DependsOn": undefined } },
  },
  "depends-on-condition": {
    bad: pipeline([gate, lambda("A", { DependsOn: ["G"] })]),
    good: pipeline([gate, lambda("A", { Arguments: { x: read("Steps.G.Outcome") } })]),
    says: {
      step: "A",
      path: "DependsOn[0]",
      severity: "warning",
      message: "A waits for the condition G, which SageMaker may refuse. Put it into a branch, or read Outcome.",
    },
    fixes: {
      "Move A into the True branch": {
        "Steps[1]": undefined,
        "Steps[0].Arguments.IfSteps[1].Name": "A",
        "Steps[0].Arguments.IfSteps[1].DependsOn": undefined,
      },
      "Let A not wait for G": { "Steps[1].DependsOn": undefined },
    },
  },
  "branch-step-read-outside": {
    bad: pipeline([gate, lambda("A", { Arguments: { x: read("Steps.In.OutputParameters['path']") } })]),
    good: pipeline([
      condition(
        "G",
        [equal],
        [lambda("In"), lambda("A", { Arguments: { x: read("Steps.In.OutputParameters['path']") } })],
      ),
    ]),
    says: {
      step: "A",
      path: "Arguments.x",
      severity: "warning",
      message: "Arguments.x reads In, which lies in a branch of G. If that branch is not taken, A never runs.",
    },
  },
  "trigger-unknown": {
    bad: pipeline([lambda("A"), lambda("B", { DependsOn: [{ Step: "A", Trigger: "Fail" }] })]),
    good: pipeline([lambda("A"), lambda("B", { DependsOn: [{ Step: "A", Trigger: "Failed" }] })]),
    says: {
      step: "B",
      path: "DependsOn[0]",
      severity: "error",
      message: "B waits for A with the trigger Fail. There are Completed, Failed, Stopped, Any.",
    },
    fixes: { "Run when it failed": { "Steps[1].DependsOn": [{ Step: "A", Trigger: "Failed" }] } },
  },
};
