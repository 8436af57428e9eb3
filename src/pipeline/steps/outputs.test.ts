import { beforeAll, describe, expect, it } from "vitest";
import { type ObjectValue, objectOf, setIn, type Value } from "../definition/value";
import { splitProperty } from "../references/propertyPath";
import { loadAllModels } from "../schema/load";
import type { ApiModels } from "../schema/model";
import { stepTypeOf } from "./index";
import { outputKind, outputsOf, undeclaredName } from "./outputs";

let models: ApiModels = new Map();
beforeAll(async () => {
  models = await loadAllModels();
});

function draft(type: string, more: { [key: string]: Value } = {}): ObjectValue {
  return objectOf([["Name", "S"], ["Type", type], ...Object.entries({ ...stepTypeOf(type).create(), ...more })]);
}

function offered(type: string, step: ObjectValue) {
  return outputsOf(step, models.get(type), stepTypeOf(type), models);
}

function ports(type: string, step: ObjectValue): readonly string[] {
  return offered(type, step)
    .filter((output) => output.isDefaultPort)
    .map(({ path }) => path);
}

function kind(type: string, step: ObjectValue, property: string) {
  return outputKind(step, models.get(type), stepTypeOf(type), property, models);
}

const preprocess = draft("Lambda", {
  OutputParameters: [
    { OutputName: "statusCode", OutputType: "Integer" },
    { OutputName: "train_path", OutputType: "String" },
    { OutputName: "auc", OutputType: "Float" },
    { OutputName: "ok", OutputType: "Boolean" },
    { OutputName: "" },
    { OutputName: "untyped" },
    { OutputName: "train_path", OutputType: "String" },
  ],
});

const evaluate = setIn(
  draft("Processing", {
    PropertyFiles: [{ PropertyFileName: "Report", OutputName: "eval", FilePath: "evaluation.json" }],
  }),
  ["Arguments", "ProcessingOutputConfig", "Outputs", 0, "OutputName"],
  "eval",
) as ObjectValue;

const loop = draft("ForEach", {
  Arguments: {
    IterableItems: ["a"],
    MaxConcurrency: 1,
    Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Score.OutputParameters['auc']" } },
    ForEachBody: [
      { Name: "Score", Type: "Lambda", Arguments: {}, OutputParameters: [{ OutputName: "auc", OutputType: "Float" }] },
      { Name: "Fit", Type: "Training", Arguments: {} },
    ],
  },
});

describe("a Lambda offers what it declares", () => {
  it("as ports, once each, by the SDK's spelling", () => {
    expect(ports("Lambda", preprocess)).toEqual([
      "OutputParameters['statusCode']",
      "OutputParameters['train_path']",
      "OutputParameters['auc']",
      "OutputParameters['ok']",
      "OutputParameters['untyped']",
    ]);
    expect(offered("Lambda", preprocess)[1]).toMatchObject({ label: "train_path", kind: "string", detail: null });
  });

  it.each([
    ["OutputParameters['statusCode']", "integer"],
    ["OutputParameters['train_path']", "string"],
    ["OutputParameters['auc']", "float"],
    ["OutputParameters['ok']", "boolean"],
    ["OutputParameters['untyped']", "unknown"],
    ["OutputParameters['nope']", "unknown"],
    ["OutputParameters['train_path'].deeper", "unknown"],
    ["train_path", "unknown"],
    ["OutputParameters['broken", "unknown"],
  ])("%s is %s", (property, expected) => {
    expect(kind("Lambda", preprocess, property)).toBe(expected);
  });

  it("and says which name is not declared", () => {
    const of = (property: string) => undeclaredName(preprocess, stepTypeOf("Lambda"), splitProperty(property) ?? []);
    expect(of("OutputParameters['trian_path']")).toMatchObject({ name: "trian_path", list: "OutputParameters" });
    expect(of("OutputParameters['train_path']")).toBeNull();
  });
});

describe("a Processing step offers its outputs and property files by name", () => {
  it("as ports", () => {
    expect(ports("Processing", evaluate)).toEqual([
      "PropertyFiles.Report",
      "ProcessingOutputConfig.Outputs['eval'].S3Output.S3Uri",
    ]);
    const uri = offered("Processing", evaluate).find(({ path }) => path.endsWith("['eval'].S3Output.S3Uri"));
    expect(uri).toMatchObject({ label: "S3Uri", detail: "eval", kind: "string" });
    expect(offered("Processing", evaluate)[0]).toMatchObject({ label: "Report", kind: "propertyFile" });
  });

  it("of the right kinds", () => {
    expect(kind("Processing", evaluate, "PropertyFiles.Report")).toBe("propertyFile");
    expect(kind("Processing", evaluate, "PropertyFiles.Reprot")).toBe("unknown");
    expect(kind("Processing", evaluate, "ProcessingOutputConfig.Outputs['eval'].S3Output")).toBe("structure");
    expect(kind("Processing", evaluate, "ProcessingOutputConfig.Outputs")).toBe("list");
    expect(kind("Processing", evaluate, "ProcessingOutputConfig.Outputs[0].S3Output.S3Uri")).toBe("string");
    expect(kind("Processing", evaluate, "Environment")).toBe("map");
    expect(kind("Processing", evaluate, "CreationTime")).toBe("string");
    expect(kind("Processing", evaluate, "")).toBe("structure");
  });

  it("and says which is not declared", () => {
    const of = (property: string) => undeclaredName(evaluate, stepTypeOf("Processing"), splitProperty(property) ?? []);
    expect(of("ProcessingOutputConfig.Outputs['evla'].S3Output.S3Uri")).toEqual({
      name: "evla",
      list: "Arguments.ProcessingOutputConfig.Outputs",
      declared: ["eval"],
    });
    expect(of("ProcessingOutputConfig.Outputs['eval'].S3Output.S3Uri")).toBeNull();
    expect(of("ProcessingOutputConfig.Outputs[0].S3Output.S3Uri")).toBeNull();
    expect(of("PropertyFiles.Nope")).toMatchObject({ name: "Nope", declared: ["Report"] });
    expect(of("ProcessingJobArn")).toBeNull();
  });
});

describe("a Training offers its response", () => {
  const train = setIn(
    setIn(draft("Training"), ["Arguments", "HyperParameters", "max.depth"], "5"),
    ["Arguments", "AlgorithmSpecification", "MetricDefinitions"],
    [{ Name: "val:auc", Regex: "x" }],
  ) as ObjectValue;

  it("with the model artifacts as its port", () => {
    expect(ports("Training", train)).toEqual(["ModelArtifacts.S3ModelArtifacts"]);
    expect(offered("Training", train)[0]?.documentationKey).toBe("ModelArtifacts.S3ModelArtifacts");
  });

  it("with the metrics that it defines and the keys that it has", () => {
    const paths = offered("Training", train).map(({ path }) => path);
    expect(paths).toContain("FinalMetricDataList['val:auc'].Value");
    expect(paths).toContain("HyperParameters['max.depth']");
    expect(paths.filter((path) => path.startsWith("InputDataConfig[1]"))).toEqual([]);
    expect(new Set(paths).size).toBe(paths.length);
  });

  it("takes every metric for possible: a built-in algorithm defines its own", () => {
    expect(undeclaredName(train, stepTypeOf("Training"), ["FinalMetricDataList", "other", "Value"])).toBeNull();
    expect(kind("Training", train, "FinalMetricDataList['other'].Value")).toBe("float");
  });
});

describe("a ForEach offers its counts and what its body gives", () => {
  it("of one iteration and of the selected one", () => {
    const paths = offered("ForEach", loop).map(({ path }) => path);
    expect(paths.slice(0, 6)).toEqual([
      "Status",
      "InputItemCount",
      "TotalStepCount",
      "SucceededStepCount",
      "FailedStepCount",
      "StoppedStepCount",
    ]);
    expect(paths).toContain("IterationOutputs[0].Score.OutputParameters['auc']");
    expect(paths).toContain("IterationOutputs[0].Fit.ModelArtifacts.S3ModelArtifacts");
    expect(paths).toContain("Selected.OutputParameters['auc']");
    expect(paths).not.toContain("Selected.ModelArtifacts.S3ModelArtifacts");
  });

  it.each([
    ["Status", "string"],
    ["InputItemCount", "integer"],
    ["IterationOutputs[7].Score.OutputParameters['auc']", "float"],
    ["IterationOutputs[7].Fit.ModelArtifacts", "structure"],
    ["IterationOutputs[7].Nobody.X", "unknown"],
    ["Selected.OutputParameters['auc']", "float"],
    ["IterationOutputs", "unknown"],
  ])("%s is %s", (property, expected) => {
    expect(kind("ForEach", loop, property)).toBe(expected);
  });
});

describe("other steps", () => {
  it("a Condition has an outcome, a Fail nothing, an unknown type what it declares", () => {
    expect(offered("Condition", draft("Condition")).map(({ path }) => path)).toEqual(["Outcome"]);
    expect(kind("Condition", draft("Condition"), "Outcome")).toBe("boolean");
    expect(offered("Fail", draft("Fail"))).toEqual([]);
    const unknown = draft("Brandnew", { OutputParameters: [{ OutputName: "a", OutputType: "String" }] });
    expect(ports("Brandnew", unknown)).toEqual(["OutputParameters['a']"]);
  });

  it("are remembered by the step, and found anew when the model has come", () => {
    const step = draft("Model");
    expect(outputsOf(step, null, stepTypeOf("Model"))).toEqual([]);
    const found = offered("Model", step);
    expect(found[0]).toMatchObject({ path: "ModelName", isDefaultPort: true });
    expect(offered("Model", step)).toBe(found);
  });
});
