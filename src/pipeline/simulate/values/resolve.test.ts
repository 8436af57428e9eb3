import { describe, expect, it } from "vitest";
import { LosslessNumber, type Value } from "../../definition/value";
import type { Outputs } from "../../steps/runs/values/outputs";
import { resolve, type Scope } from "./resolve";

const outputs: Readonly<Record<string, Outputs>> = {
  Prep: new Map<string, Value>([
    ["OutputParameters.train_path", "s3://b/train.csv"],
    ["OutputParameters.rows", new LosslessNumber("12.0")],
    ["OutputParameters.ok", true],
  ]),
  Eval: new Map<string, Value>([
    ["PropertyFiles.Report", { mse: { value: 4.7 }, list: ["a", { k: 1 }] }],
    ["ProcessingOutputConfig.Outputs", [{ OutputName: "train", S3Output: { S3Uri: "s3://b/t" } }]],
  ]),
  Job: new Map<string, Value>([["JobConfigDocument", '{"ServiceOutput":{"RunId":"r1"}}']]),
};

const scope: Scope = {
  parameters: new Map<string, Value>([["Bucket", "my-bucket"]]),
  execution: new Map([["PipelineExecutionId", "abc"]]),
  outputsOf: (step) => outputs[step],
  currentItem: '{"name":"eu","score":{"value":3}}',
};

const get = (text: string) => ({ Get: text });
const resolved = (value: Value) => resolve(value, scope).value;

describe("an expression", () => {
  it.each([
    ["Parameters.Bucket", "my-bucket"],
    ["Execution.PipelineExecutionId", "abc"],
    ["Steps.Prep.OutputParameters['train_path']", "s3://b/train.csv"],
    ["Steps.Eval.ProcessingOutputConfig.Outputs['train'].S3Output.S3Uri", "s3://b/t"],
    ["Steps.Job.JobConfigDocument.ServiceOutput.RunId", "r1"],
    ["ForEach.CurrentItem", '{"name":"eu","score":{"value":3}}'],
    ["ForEach.CurrentItem.name", "eu"],
    ["ForEach.CurrentItem['score'].value", 3],
  ])("%s reads its value", (text, value) => {
    expect(resolve(get(text), scope)).toEqual({ value, unresolved: [] });
  });

  it("joins booleans in lower case and numbers as they are written", () => {
    const Values = [
      "a",
      get("Steps.Prep.OutputParameters['ok']"),
      get("Steps.Prep.OutputParameters['rows']"),
      false,
      5,
    ];
    expect(resolved({ "Std:Join": { On: "-", Values } })).toBe("a-true-12.0-false-5");
  });

  it("nests in a join", () => {
    const inner = { "Std:Join": { On: "/", Values: ["x", get("Parameters.Bucket")] } };
    expect(resolved({ "Std:Join": { On: "", Values: ["s3://", inner] } })).toBe("s3://x/my-bucket");
  });

  it("reads a property file by its JSON path", () => {
    const PropertyFile = get("Steps.Eval.PropertyFiles.Report");
    expect(resolved({ "Std:JsonGet": { PropertyFile, Path: "mse.value" } })).toBe(4.7);
    expect(resolved({ "Std:JsonGet": { PropertyFile, Path: "$.list[1]['k']" } })).toBe(1);
  });

  it("without a value stays, and its place and reason are reported", () => {
    const value = {
      A: [{ B: get("Steps.Prep.OutputParameters['nope']") }, get("Parameters.None"), "Parameters.Bucket"],
    };
    expect(resolve(value, scope, ["Arguments"])).toEqual({
      value,
      unresolved: [
        {
          path: ["Arguments", "A", 0, "B"],
          expression: "Steps.Prep.OutputParameters['nope']",
          why: "Step Prep has no output OutputParameters['nope'].",
        },
        { path: ["Arguments", "A", 1], expression: "Parameters.None", why: "Parameter None has no value." },
      ],
    });
  });

  it("of a step that has not finished says so", () => {
    expect(resolve(get("Steps.Later.X"), scope).unresolved[0]?.why).toBe("Step Later has not finished.");
  });

  it("that reads a JSON path which is not there is reported with the path", () => {
    const PropertyFile = get("Steps.Eval.PropertyFiles.Report");
    const { unresolved } = resolve({ "Std:JsonGet": { PropertyFile, Path: "rmse" } }, scope);
    expect(unresolved).toEqual([{ path: [], expression: "Std:JsonGet", why: 'The document has nothing at "rmse".' }]);
  });
});
