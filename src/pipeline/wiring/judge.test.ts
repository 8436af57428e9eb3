import { describe, expect, it } from "vitest";
import { documentOf, loadAllModels } from "../../testing/load";
import { parsePath } from "../definition/path";
import { getIn } from "../definition/value";
import { connect } from "../edits/connect";
import { stepAt } from "../graph/stepTree";
import { fitOf } from "./fit";
import { iterationChoices, judgeOrder, judgeWire } from "./judge";
import type { ValueKind, WireSource } from "./wire";

const models = await loadAllModels();

const outputs = ["String", "Integer", "Float", "Boolean"].map((type) => ({
  OutputName: `a_${type.toLowerCase()}`,
  OutputType: type,
}));
const lambda = (name: string, args: object = {}) => ({
  Name: name,
  Type: "Lambda",
  Arguments: args,
  FunctionArn: "arn",
  OutputParameters: outputs,
});
const training = {
  Name: "Train",
  Type: "Training",
  Arguments: {
    InputDataConfig: [
      { ChannelName: "train", DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://b/old" } } },
    ],
    ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
    HyperParameters: { max_depth: "5" },
    EnableNetworkIsolation: false,
  },
};
const processing = {
  Name: "Eval",
  Type: "Processing",
  Arguments: {
    ProcessingOutputConfig: {
      Outputs: [{ OutputName: "eval", S3Output: { S3Uri: "s3://b", LocalPath: "/x", S3UploadMode: "EndOfJob" } }],
    },
  },
  PropertyFiles: [{ PropertyFileName: "Report", OutputName: "eval", FilePath: "evaluation.json" }],
};
const loop = {
  Name: "Each",
  Type: "ForEach",
  Arguments: {
    IterableItems: ["a"],
    MaxConcurrency: 1,
    Selector: { Pick: "MaxBy", Field: { Get: "IterationOutput.Score.OutputParameters['a_float']" } },
    ForEachBody: [lambda("Score")],
  },
};
const document = documentOf(
  [
    lambda("Source"),
    training,
    { Name: "Endpoint", Type: "Model", Arguments: { PrimaryContainer: {} } },
    processing,
    lambda("Sink"),
    { Name: "Stop", Type: "Fail", Arguments: { ErrorMessage: "no" } },
    loop,
    lambda("After", { n: { Get: "Steps.Train.TrainingJobName" } }),
  ],
  ["String", "Integer", "Float", "Boolean"].map((type) => ({ Name: `P${type}`, Type: type })),
);

const output = (step: string, path: string): WireSource => ({ kind: "output", step, output: path });
const declared = (kind: string) => output("Source", `OutputParameters['a_${kind}']`);
const target = (step: string, printed: string) => ({ step, path: parsePath(printed) ?? [] });

const fields = {
  string: "Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri",
  integer: "Arguments.ResourceConfig.InstanceCount",
  boolean: "Arguments.EnableNetworkIsolation",
  hyperparameter: "Arguments.HyperParameters.max_depth",
  list: "Arguments.InputDataConfig",
  structure: "Arguments.ResourceConfig",
};

describe("a wire from an output of one kind to a field of another", () => {
  it.each([
    ["string", "string", "get"],
    ["integer", "string", "join"],
    ["float", "string", "join"],
    ["boolean", "string", "join"],
    ["string", "hyperparameter", "get"],
    ["integer", "hyperparameter", "join"],
    ["integer", "integer", "get"],
    ["boolean", "boolean", "get"],
  ] as const)("%s into a %s field is written as %s", (from, to, how) => {
    const verdict = judgeWire(document, models, declared(from), target("Train", fields[to]));
    expect(verdict).toMatchObject({ ok: true, how, conversion: how === "join" });
  });

  it.each([
    ["float", "integer", "Float does not fit an integer field: InstanceCount takes an integer."],
    ["string", "integer", "A String does not fit InstanceCount, which takes an integer."],
    ["string", "boolean", "A String does not fit EnableNetworkIsolation, which takes true or false."],
    ["boolean", "integer", "A Boolean does not fit InstanceCount, which takes an integer."],
    ["integer", "boolean", "An Integer does not fit EnableNetworkIsolation, which takes true or false."],
    ["string", "list", "InputDataConfig is a list: SageMaker takes a reference for each element, not for the whole."],
    [
      "string",
      "structure",
      "ResourceConfig is a structure: SageMaker takes a reference for each field, not for the whole.",
    ],
  ] as const)("%s into a %s field is refused", (from, to, reason) => {
    expect(judgeWire(document, models, declared(from), target("Train", fields[to]))).toEqual({
      ok: false,
      reason,
      cycle: null,
    });
  });

  it.each(["string", "integer", "float", "boolean"])(
    "%s goes as it is where any scalar is taken: a Lambda's arguments",
    (kind) => {
      expect(judgeWire(document, models, declared(kind), target("Sink", "Arguments.x"))).toMatchObject({
        ok: true,
        how: "get",
      });
    },
  );

  it.each([
    ["PString", "string", "get"],
    ["PInteger", "string", "join"],
    ["PInteger", "integer", "get"],
    ["PBoolean", "boolean", "get"],
  ] as const)("the parameter %s goes into a %s field by its type", (name, to, how) => {
    expect(judgeWire(document, models, { kind: "parameter", name }, target("Train", fields[to]))).toMatchObject({
      ok: true,
      how,
    });
  });

  it("takes an execution variable as a String", () => {
    const source: WireSource = { kind: "execution", variable: "PipelineName" };
    expect(judgeWire(document, models, source, target("Train", fields.string))).toMatchObject({ ok: true, how: "get" });
    expect(judgeWire(document, models, source, target("Train", fields.integer))).toMatchObject({ ok: false });
  });

  it("lets an Integer into a float field, a Float too, and nothing else", () => {
    const into = (kind: ValueKind) => fitOf(kind, "float").fits;
    expect({
      integer: into("integer"),
      float: into("float"),
      string: into("string"),
      boolean: into("boolean"),
    }).toEqual({
      integer: true,
      float: true,
      string: false,
      boolean: false,
    });
  });

  it("refuses a structure where a scalar is taken, and says to pick a member", () => {
    const verdict = judgeWire(document, models, output("Train", "ModelArtifacts"), target("Sink", "Arguments.x"));
    expect(verdict).toEqual({
      ok: false,
      reason: "x takes a single value, and this is a structure: pick a member.",
      cycle: null,
    });
  });

  it("asks for the JSON path of a property file", () => {
    expect(
      judgeWire(document, models, output("Eval", "PropertyFiles.Report"), target("Sink", "Arguments.mse")),
    ).toMatchObject({ ok: true, how: "jsonGet" });
  });

  it("says what it replaces", () => {
    expect(judgeWire(document, models, declared("string"), target("Train", fields.string))).toMatchObject({
      ok: true,
      replaces: '"s3://b/old"',
    });
    expect(judgeWire(document, models, declared("string"), target("Sink", "Arguments.x"))).toMatchObject({
      ok: true,
      replaces: null,
    });
  });

  it.each([
    "Name",
    "Type",
    "FunctionArn",
    "SqsQueueUrl",
    "RetryPolicies",
    "CacheConfig",
    "DependsOn",
    "OutputParameters",
  ])("refuses %s, where SageMaker takes only a literal", (key) => {
    const verdict = judgeWire(document, models, declared("string"), target("Sink", key));
    expect(verdict).toEqual({
      ok: false,
      reason: `SageMaker takes only a literal here: ${key} cannot read a value at run time.`,
      cycle: null,
    });
  });
});

describe("a wire that would close a cycle", () => {
  it("is refused from a step to itself", () => {
    expect(judgeWire(document, models, declared("string"), target("Source", "Arguments.x"))).toEqual({
      ok: false,
      reason: "Source cannot wait for itself: this wire would close a cycle.",
      cycle: ["Source"],
    });
  });

  it("is refused to a step that the source depends on, and names the steps of the cycle", () => {
    expect(
      judgeWire(document, models, output("After", "OutputParameters['a_string']"), target("Train", fields.string)),
    ).toEqual({
      ok: false,
      reason: "Train already leads to After: this wire would close a cycle.",
      cycle: ["Train", "After"],
    });
    expect(judgeOrder(document, "After", "Train")).toMatchObject({ ok: false, cycle: ["Train", "After"] });
  });

  it("is refused where a body step would wait for its own loop", () => {
    const verdict = judgeWire(document, models, output("Each", "Status"), target("Score", "Arguments.x"));
    expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining("close a cycle") });
  });
});

describe("wires at places with a rule of their own", () => {
  it("lets nothing follow a Fail step", () => {
    expect(judgeWire(document, models, output("Stop", "X"), target("Sink", "Arguments.x"))).toMatchObject({
      ok: false,
      reason: expect.stringContaining("Nothing can follow a Fail step"),
    });
    expect(judgeOrder(document, "Stop", "Sink")).toMatchObject({
      ok: false,
      reason: expect.stringContaining("Nothing can follow a Fail step"),
    });
  });

  it("lets a step wait for another once", () => {
    expect(judgeOrder(document, "Source", "Sink")).toEqual({ ok: true });
    const waiting = documentOf([lambda("A"), { ...lambda("B"), DependsOn: [{ Step: "A", Trigger: "Failed" }] }]);
    expect(judgeOrder(waiting, "A", "B")).toMatchObject({ ok: false, reason: "B waits for A already." });
  });

  it("reads the current item inside its loop only", () => {
    const item: WireSource = { kind: "currentItem", step: "Each", member: "name" };
    const inside = judgeWire(document, models, item, target("Score", "Arguments.region"));
    expect(inside).toMatchObject({ ok: true, how: "get" });
    expect(judgeWire(document, models, item, target("Sink", "Arguments.x"))).toMatchObject({
      ok: false,
      reason: "The current item exists only inside Each: Sink lies outside.",
    });
    const after = connect(item, target("Score", "Arguments.region"), models)(document);
    expect(getIn(stepAt(after.definition, "Score").step, ["Arguments", "region"])).toEqual({
      Get: "ForEach.CurrentItem.name",
    });
  });

  it("asks which iteration when a wire leaves a loop, the selected one first", () => {
    const source = output("Score", "OutputParameters['a_float']");
    expect(judgeWire(document, models, source, target("Sink", "Arguments.auc"))).toMatchObject({
      ok: true,
      how: "iteration",
    });
    expect(
      iterationChoices(document, source, target("Sink", "Arguments.auc")).map(({ source: choice }) => choice),
    ).toEqual([
      output("Each", "Selected.OutputParameters['a_float']"),
      output("Each", "IterationOutputs[0].Score.OutputParameters['a_float']"),
    ]);
  });
});

describe("connecting writes what the wire means", () => {
  it.each([
    [declared("string"), fields.string, { Get: "Steps.Source.OutputParameters['a_string']" }],
    [
      declared("integer"),
      fields.hyperparameter,
      { "Std:Join": { On: "", Values: [{ Get: "Steps.Source.OutputParameters['a_integer']" }] } },
    ],
    [{ kind: "parameter", name: "PInteger" } as const, fields.integer, { Get: "Parameters.PInteger" }],
  ])("%o", (source, field, written) => {
    const after = connect(source, target("Train", field), models)(document);
    expect(getIn(stepAt(after.definition, "Train").step, parsePath(field) ?? [])).toEqual(written);
  });

  it("writes Std:JsonGet for a property file, and refuses it without a path", () => {
    const source = output("Eval", "PropertyFiles.Report");
    const to = target("Sink", "Arguments.mse");
    const after = connect(source, to, models, "metrics.mse.value")(document);
    expect(getIn(stepAt(after.definition, "Sink").step, ["Arguments", "mse"])).toEqual({
      "Std:JsonGet": { PropertyFile: { Get: "Steps.Eval.PropertyFiles.Report" }, Path: "metrics.mse.value" },
    });
    expect(() => connect(source, to, models)(document)).toThrow("Say which value of Report to read");
  });

  it("puts a new key where the step type's draft has it", () => {
    const model = documentOf([lambda("Source"), { Name: "M", Type: "Model", Arguments: { Tags: [] } }]);
    const after = connect(declared("string"), target("M", "Arguments.PrimaryContainer.Image"), models)(model);
    expect(Object.keys(getIn(stepAt(after.definition, "M").step, ["Arguments"]) ?? {})).toEqual([
      "PrimaryContainer",
      "Tags",
    ]);
  });
});
