import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../../testing/load";
import { condition, equal, fail, lambda, pipeline, read } from "../../../testing/steps";
import { type RuleCase, sweepRules } from "../../../testing/sweepRules";
import { checkDefinition } from "..";
import { ruleGroups } from "../rules";

const models = await loadAllModels();
const gate = condition("G", [equal], [lambda("In")], []);
const cases: Readonly<Record<string, RuleCase>> = {
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

sweepRules(ruleGroups.order, cases, models);

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
