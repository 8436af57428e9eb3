import { describe, expect, it } from "vitest";
import { type FieldContext, sourceChoices } from "../../../editor/commands/edges/sourceChoices";
import { createDocument } from "../../../pipeline/definition/document";
import { parsePath } from "../../../pipeline/definition/path";
import type { ObjectValue, Value } from "../../../pipeline/definition/value";
import { executionVariables } from "../../../pipeline/references/executionVariables";
import { declares, lambda as lambdaStep } from "../../../testing/steps";
import { expressionFor, typedExpression } from "./expressions";

const lambda = (name: string, Arguments: Readonly<Record<string, Value>> = {}): ObjectValue =>
  lambdaStep(name, { Arguments, OutputParameters: declares({ auc: "Float" }) });

const definition: ObjectValue = {
  Version: "2020-12-01",
  Parameters: [{ Name: "Bucket", Type: "String" }],
  Steps: [
    lambda("Prep"),
    {
      Name: "Evaluate",
      Type: "Processing",
      Arguments: { ProcessingOutputConfig: { Outputs: [{ OutputName: "eval" }] } },
      PropertyFiles: [{ PropertyFileName: "Report", OutputName: "eval", FilePath: "evaluation.json" }],
    },
    {
      Name: "Each",
      Type: "ForEach",
      Arguments: {
        IterableItems: ["a"],
        MaxConcurrency: 1,
        Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Score.OutputParameters['auc']" } },
        ForEachBody: [lambda("Score", { item: "" })],
      },
    },
    lambda("After", { x: "" }),
  ],
};

const at = (step: string, path: string): FieldContext => ({
  document: createDocument("d", "d", definition),
  models: new Map(),
  target: { step, path: parsePath(path) ?? [] },
});
const outside = at("After", "Arguments.x");
const inBody = at("Score", "Arguments.item");
const saidAt = (context: FieldContext) =>
  sourceChoices(context, { iterations: true })("").shown.map(({ lead, label }) => `${lead} ${label}`);

describe("behind a brace is offered", () => {
  it("what steps before give, parameters, all execution variables, property files", () => {
    const said = saidAt(outside).join("\n");
    for (const one of ["Prep auc", "Parameter Bucket", "Evaluate PropertyFiles.Report"]) expect(said).toContain(one);
    for (const variable of executionVariables) expect(said).toContain(`Execution ${variable}`);
  });

  it("the current item in a loop's body, and outside each iteration that can be meant", () => {
    expect(saidAt(inBody).join("\n")).toContain("Item of Each");
    const said = saidAt(outside).join("\n");
    expect(said).not.toContain("Item of Each");
    expect(said).toContain("auc, the selected iteration");
    expect(said).toContain("auc, the first iteration");
  });

  it("to the pipeline's own texts what needs no step", () => {
    const said = saidAt({ ...outside, target: null });
    expect(said).toContain("Parameter Bucket");
    expect(said.join("\n")).not.toContain("Prep");
    expect(said.join("\n")).not.toContain("TrainingJobName");
  });
});

describe("what is typed in full between braces", () => {
  it.each([
    ["{Parameters.Bucket}", { Get: "Parameters.Bucket" }],
    ["{Execution.PipelineName}", { Get: "Execution.PipelineName" }],
    ["{Steps.Prep.OutputParameters['auc']}", { Get: "Steps.Prep.OutputParameters['auc']" }],
    [
      "{Steps.Evaluate.PropertyFiles.Report}",
      { "Std:JsonGet": { PropertyFile: { Get: "Steps.Evaluate.PropertyFiles.Report" }, Path: "" } },
    ],
    [
      '{json(Steps.Evaluate.PropertyFiles.Report, "mse")}',
      { "Std:JsonGet": { PropertyFile: { Get: "Steps.Evaluate.PropertyFiles.Report" }, Path: "mse" } },
    ],
  ] as [string, Value][])("%s is taken", (typed, value) => {
    expect(typedExpression(outside, typed)).toEqual(value);
  });

  it.each([
    "ForEach.CurrentItem",
    "ForEach.CurrentItem.name",
    "ForEach.CurrentItem['a b'].c",
    "ForEach.CurrentItem[0]",
  ])("{%s} is taken in a loop's body, and nowhere else", (text) => {
    expect(typedExpression(inBody, `{${text}}`)).toEqual({ Get: text });
    expect(typedExpression(outside, `{${text}}`)).toBeNull();
  });

  it.each([
    "{Parameters.Nope}",
    "{Execution.Nope}",
    "{Steps.Nope.X}",
    "{Steps.After.OutputParameters['auc']}",
    "{a: 1}",
  ])("%s stays text", (typed) => {
    expect(typedExpression(outside, typed)).toBeNull();
  });
});

it("a step's output is refused where no step reads", () => {
  const made = expressionFor({ ...outside, target: null }, { kind: "output", step: "Prep", output: "x" });
  expect(made).toMatchObject({ ok: false });
});
