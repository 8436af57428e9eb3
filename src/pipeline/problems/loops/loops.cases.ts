import { condition, equal, fail, forEach, lambda, pipeline, processing, read } from "../../../testing/steps";
import type { RuleCases } from "../../../testing/sweepRules";

const score = lambda("Score", { OutputParameters: [{ OutputName: "auc", OutputType: "Float" }] });
const selector = (Pick: string, Field: unknown = read("IterationOutput.Score.OutputParameters['auc']")) => ({
  Selector: { Pick, Field },
});
const reader = (text: string) => lambda("R", { Arguments: { x: read(text) } });
const cleanup = (sources: readonly string[], DependsOn: readonly unknown[]) => ({
  Name: "Tidy",
  Type: "Cleanup",
  Arguments: { Resources: { S3: sources.map((StepName) => ({ StepName })) } },
  DependsOn,
});

export const cases: RuleCases = {
  "for-each-items": {
    bad: pipeline([forEach("F", [score], { IterableItems: ["a", { region: "eu" }] })]),
    good: pipeline([
      forEach("F", [score], { IterableItems: ["a", 1, true, read("Parameters.P")] }),
      forEach("G", [lambda("S")], { IterableItems: read("Parameters.P") }),
    ]),
    says: {
      step: "F",
      path: "Arguments.IterableItems[1]",
      severity: "error",
      message: "Item 1 of F is an object: an item is one value. Write it as JSON text.",
    },
    fixes: { "Write it as JSON text": { "Steps[0].Arguments.IterableItems": ["a", '{"region":"eu"}'] } },
  },
  "for-each-concurrency": {
    bad: pipeline([forEach("F", [score], { MaxConcurrency: 51 })]),
    good: pipeline([forEach("F", [score], { MaxConcurrency: 50 })]),
    says: {
      step: "F",
      path: "Arguments.MaxConcurrency",
      severity: "error",
      message: "F works on 1 to 50 items at the same time, a whole number; this is 51.",
    },
    fixes: { "Set it to 50": { "Steps[0].Arguments.MaxConcurrency": 50 } },
  },
  "for-each-body": {
    bad: pipeline([forEach("F", [score, fail("No")])]),
    good: pipeline([forEach("F", [score]), fail("No")]),
    says: {
      step: "F",
      path: "Arguments.ForEachBody",
      severity: "error",
      message: "No lies in F, and SageMaker takes no Fail step in the body of a ForEach.",
    },
    fixes: { "Move No out": { "Steps[1].Name": "No", "Steps[0].Arguments.ForEachBody[1]": undefined } },
  },
  "for-each-selector": {
    bad: pipeline([forEach("F", [score], selector("Best"))]),
    good: pipeline([forEach("F", [score], selector("MinBy"))]),
    says: {
      step: "F",
      path: "Arguments.Selector.Pick",
      severity: "error",
      message: "The Selector of F knows no such Pick. It takes MaxBy or MinBy.",
    },
    fixes: {
      "Use MaxBy": { "Steps[0].Arguments.Selector.Pick": "MaxBy" },
      "Use MinBy": { "Steps[0].Arguments.Selector.Pick": "MinBy" },
    },
  },
  "current-item-outside": {
    bad: pipeline([reader("ForEach.CurrentItem.name")]),
    good: pipeline([forEach("F", [reader("ForEach.CurrentItem.name")])]),
    says: {
      step: "R",
      path: "Arguments.x",
      severity: "error",
      message:
        "Arguments.x reads the current item, but R lies in no ForEach. Move it into one, or read something else.",
    },
    fixes: { "Remove x": { "Steps[0].Arguments": {} } },
  },
  "iteration-output-not-indexed": {
    bad: pipeline([forEach("F", [score]), reader("Steps.F.IterationOutputs.Score.OutputParameters['auc']")]),
    good: pipeline([forEach("F", [score]), reader("Steps.F.IterationOutputs[1].Score.OutputParameters['auc']")]),
    says: {
      step: "R",
      path: "Arguments.x",
      severity: "error",
      message: "Arguments.x reads IterationOutputs of F without saying which iteration.",
    },
    fixes: {
      "Read the first iteration": {
        "Steps[1].Arguments.x": read("Steps.F.IterationOutputs[0].Score.OutputParameters['auc']"),
      },
    },
  },
  "for-each-name-collision": {
    bad: pipeline([forEach("F", [score]), lambda("Score-0")]),
    good: pipeline([forEach("F", [score]), lambda("Score-x"), lambda("Other-0")]),
    says: {
      step: "Score-0",
      path: "Name",
      severity: "error",
      message: "Score-0 is a name that F gives to an iteration of Score. Rename it.",
    },
    fixes: { "Rename to Score_0": { "Steps[1].Name": "Score_0" } },
  },
  "body-step-read-outside": {
    bad: pipeline([forEach("F", [score], selector("MaxBy")), reader("Steps.Score.OutputParameters['auc']")]),
    good: pipeline([
      forEach(
        "F",
        [score, lambda("In", { Arguments: { x: read("Steps.Score.OutputParameters['auc']") } })],
        selector("MaxBy"),
      ),
      reader("Steps.F.Selected.OutputParameters['auc']"),
    ]),
    says: {
      step: "R",
      path: "Arguments.x",
      severity: "warning",
      message: "Arguments.x reads Score, which runs once for each item of F. Say which iteration.",
    },
    fixes: {
      "Read the selected iteration": { "Steps[1].Arguments.x": read("Steps.F.Selected.OutputParameters['auc']") },
      "Read the first iteration": {
        "Steps[1].Arguments.x": read("Steps.F.IterationOutputs[0].Score.OutputParameters['auc']"),
      },
    },
  },
  "cleanup-source-unknown": {
    bad: pipeline([processing("Prep"), cleanup(["Prep", "Trian"], ["Prep"]), processing("Train")]),
    good: pipeline([processing("Prep"), cleanup(["Prep"], ["Prep"]), condition("C", [equal])]),
    says: {
      step: "Tidy",
      path: "Arguments.Resources.S3[1].StepName",
      severity: "error",
      message: "Tidy cleans up after Trian, but there is no step of that name. Did you mean Train?",
    },
    fixes: {
      "Clean up Train": { "Steps[1].Arguments.Resources.S3[1].StepName": "Train" },
      "Remove Trian": { "Steps[1].Arguments.Resources.S3": [{ StepName: "Prep" }] },
    },
  },
  "cleanup-without-dependency": {
    bad: pipeline([processing("Prep"), processing("P2"), cleanup(["Prep", "P2"], [{ Step: "Prep", Trigger: "Any" }])]),
    good: pipeline([processing("Prep"), cleanup(["Prep"], [{ Step: "Prep", Trigger: "Any" }])]),
    says: {
      step: "Tidy",
      path: "Arguments.Resources.S3[1].StepName",
      severity: "warning",
      message: "Tidy cleans up after P2, and does not wait for it.",
    },
    fixes: { "Wait for P2": { "Steps[2].DependsOn": [{ Step: "Prep", Trigger: "Any" }, "P2"] } },
  },
};
