import { beforeAll, describe, expect, it } from "vitest";
import { type Path, parsePath, printPath } from "../definition/path";
import { get, keys, type ObjectValue, objectOf, setIn, type Value } from "../definition/value";
import { stepTypeOf } from "../steps";
import { keyOrder } from "./keyOrder";
import { listOutputs } from "./listOutputs";
import { loadAllModels } from "./load";
import type { ApiModel, ApiModels } from "./model";
import { outputAt, placeAt, placesOf } from "./placesOf";
import { scalarFields } from "./scalarFields";

let models: ApiModels = new Map();
beforeAll(async () => {
  models = await loadAllModels();
});

function modelOf(type: string): ApiModel | null {
  return models.get(type) ?? null;
}

function at(type: string, printed: string) {
  return placeAt(stepTypeOf(type), modelOf(type), pathOf(printed));
}

function pathOf(printed: string): Path {
  const path = parsePath(printed);
  if (path === null) throw new Error(`"${printed}" is no path.`);
  return path;
}

function draft(type: string, more: { [key: string]: Value } = {}): ObjectValue {
  return objectOf([
    ["Name", "S"],
    ["Type", type],
    ...Object.entries(stepTypeOf(type).create()),
    ...Object.entries(more),
  ]);
}

function fieldsOf(type: string, step: ObjectValue = draft(type)) {
  return scalarFields(modelOf(type), stepTypeOf(type), step);
}

function field(type: string, printed: string, step?: ObjectValue) {
  return fieldsOf(type, step).find(({ path }) => printPath(path) === printed);
}

describe("the place at a path", () => {
  it.each([
    ["Training", "Arguments", "structure"],
    ["Training", "Arguments.InputDataConfig", "list"],
    ["Training", "Arguments.InputDataConfig[3].DataSource.S3DataSource.S3Uri", "string"],
    ["Training", "Arguments.HyperParameters", "map"],
    ["Training", "Arguments.HyperParameters['max.depth']", "string"],
    ["Training", "Arguments.EnableNetworkIsolation", "boolean"],
    ["Training", "Arguments.ResourceConfig.InstanceCount", "integer"],
    ["Lambda", "Arguments", "map"],
    ["Lambda", "Arguments.bucket", "any"],
    ["Lambda", "FunctionArn", "string"],
    ["Condition", "Arguments.Conditions[0].LeftValue", "any"],
    ["Condition", "Arguments.Conditions[0].Conditions[1].Condition.QueryValue", "any"],
    ["ForEach", "Arguments.IterableItems", "list"],
    ["ForEach", "Arguments.IterableItems[0]", "any"],
    ["ForEach", "Arguments.Selector.Field", "any"],
    ["Fail", "Arguments.ErrorMessage", "string"],
    ["Brandnew", "Arguments.A.B[0]", "any"],
    ["Training", "DependsOn[0]", "structure"],
    ["Training", "CacheConfig.ExpireAfter", "string"],
    ["Training", "RetryPolicies[0].MaxAttempts", "integer"],
    ["Lambda", "OutputParameters[0].OutputName", "string"],
    ["QualityCheck", "SkipCheck", "boolean"],
  ])("of %s: %s is a %s", (type, printed, kind) => {
    expect(at(type, printed).shape?.kind).toBe(kind);
  });

  it.each([
    ["Training", "Arguments.Nonsense"],
    ["Training", "Arguments.RoleArn.Deeper"],
    ["Training", "Arguments.InputDataConfig.train"],
    ["Training", "Arguments.HyperParameters[0]"],
    ["Training", "SkipCheck"],
    ["Training", "RetryPolicies[0].MaxAttempts.Deeper"],
    ["Condition", "Arguments.IfSteps[0]"],
  ])("of %s: %s is unknown", (type, printed) => {
    expect(at(type, printed).shape).toBeNull();
  });

  it("is the same for the same type and model, for every element and every key", () => {
    expect(at("Training", "Arguments.InputDataConfig[0].ChannelName")).toBe(
      at("Training", "Arguments.InputDataConfig[7].ChannelName"),
    );
    expect(at("Training", "Arguments.HyperParameters.eta")).toBe(at("Training", "Arguments.HyperParameters.depth"));
    expect(placeAt(stepTypeOf("Training"), null, ["Arguments"])).not.toBe(at("Training", "Arguments"));
    expect(at("Training", "Arguments.InputDataConfig[0]").pattern).toBe("Arguments.InputDataConfig[]");
  });

  it("says who knows it, and which steps lie there", () => {
    expect(at("Training", "Arguments.RoleArn").zone).toBe("request");
    expect(at("Condition", "Arguments.Conditions[0].Type").zone).toBe("own");
    expect(at("Lambda", "Arguments.bucket").zone).toBe("open");
    expect(at("Training", "RetryPolicies[0]").zone).toBe("envelope");
    expect(at("ForEach", "Arguments.ForEachBody").slot?.edge).toBe("each");
  });

  it("tells what Pipelines drops or a type does not have from what nobody knows", () => {
    expect(at("Training", "Arguments.TrainingJobName")).toMatchObject({ dropped: true, isStranger: false });
    expect(at("Training", "PropertyFiles")).toMatchObject({ dropped: true, isStranger: false });
    expect(at("Processing", "PropertyFiles")).toMatchObject({ dropped: false });
    expect(at("Training", "Arguments.Nonsense")).toMatchObject({ dropped: false, isStranger: true });
    expect(at("Training", "RetryPolicies[0].Nonsense").parent?.pattern).toBe("RetryPolicies[]");
  });

  it("takes no reference beside the arguments, unless a type's own field does", () => {
    for (const printed of ["Name", "DependsOn[0].Step", "RetryPolicies[0].MaxAttempts", "RetryPolicies[0].X.Y"]) {
      expect(at("Training", printed).literalOnly, printed).toBe(true);
    }
    expect(at("Lambda", "FunctionArn").literalOnly).toBe(true);
    expect(at("Brandnew", "SqsQueueUrl").literalOnly).toBe(true);
    expect(at("ClarifyCheck", "ModelName").literalOnly).toBe(false);
    expect(at("ForEach", "Arguments.MaxConcurrency").literalOnly).toBe(true);
    expect(at("Cleanup", "Arguments.Resources.S3[3].StepName").literalOnly).toBe(true);
    expect(at("Cleanup", "Arguments.Resources.S3[3].S3Uris[0]").literalOnly).toBe(false);
  });

  it("knows which members exclude each other, and the errors that a type's retries can name", () => {
    expect(at("Model", "Arguments").choice?.members).toEqual(["PrimaryContainer", "Containers"]);
    expect(at("Lineage", "Arguments.Associations[4].Source").choice?.members).toEqual(["Arn", "Name"]);
    expect(at("Training", "RetryPolicies[0]").choice?.members).toEqual(["MaxAttempts", "ExpireAfterMin"]);
    expect(at("Lambda", "Arguments").choice).toBeNull();
    const errors = (type: string) => at(type, "RetryPolicies[0].ExceptionType[0]").shape;
    expect(errors("EMR")).toEqual({ kind: "string", enum: ["Step.SERVICE_FAULT", "Step.THROTTLING"] });
    expect(errors("Tuning")).not.toMatchObject({ enum: expect.arrayContaining(["SageMaker.JOB_INTERNAL_ERROR"]) });
    expect(errors("Training")).toMatchObject({ enum: expect.arrayContaining(["SageMaker.JOB_INTERNAL_ERROR"]) });
  });

  it("is required as the API says, but for the name that Pipelines drops", () => {
    expect(at("Training", "Arguments.OutputDataConfig").required).toBe(true);
    // It may be left out: the step takes the pipeline's.
    expect(at("Training", "Arguments.RoleArn").required).toBe(false);
    expect(at("Training", "Arguments.OutputDataConfig").required).toBe(true);
    expect(at("Training", "Arguments.AlgorithmSpecification").required).toBe(false);
    expect(at("Training", "Arguments.TrainingJobName").required).toBe(false);
    expect(at("Processing", "Arguments.AppSpecification").required).toBe(true);
  });

  it("knows the values of an enum, in a list and a map too", () => {
    const mode = at("Training", "Arguments.AlgorithmSpecification.TrainingInputMode").shape;
    expect(mode).toEqual({ kind: "string", enum: expect.arrayContaining(["File", "Pipe", "FastFile"]) });
    const instance = at("RegisterModel", "Arguments.InferenceSpecification.SupportedTransformInstanceTypes[0]").shape;
    expect(instance).toEqual({ kind: "string", enum: expect.arrayContaining(["ml.m5.xlarge"]) });
    expect(at("Training", "Arguments.RoleArn").shape).toEqual({ kind: "string" });
  });

  it("of a known type without its model is unknown, not an error", () => {
    expect(placeAt(stepTypeOf("Training"), null, ["Arguments", "RoleArn"]).shape).toBeNull();
    expect(scalarFields(null, stepTypeOf("Training"), draft("Training"))).toEqual([]);
    expect(listOutputs(undefined, stepTypeOf("Training"))).toEqual([]);
  });

  it("names its documentation", () => {
    expect(at("Training", "Arguments.InputDataConfig[0].ChannelName").documentationKey).toBe("Channel.ChannelName");
    expect(at("Training", "Arguments.HyperParameters['eta']").documentationKey).toBe(
      "CreateTrainingJobRequest.HyperParameters",
    );
  });
});

describe("the members of a structure", () => {
  it("come in the API's order", () => {
    const members = [...at("RegisterModel", "Arguments").members()];
    const names = members.filter(({ dropped }) => !dropped).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(["ModelPackageGroupName", "ModelPackageDescription"]);
    expect(names).not.toContain("CertifyForMarketplace");
    const [channel] = at("Training", "Arguments.InputDataConfig[0]").members();
    expect(channel).toMatchObject({ name: "ChannelName", required: true, shapeName: "String" });
  });

  it("of the step itself are the keys that it may have, as the SDK writes them", () => {
    const keysOf = (type: string) =>
      [...placesOf(stepTypeOf(type), null).members()].filter(({ dropped }) => !dropped).map(({ name }) => name);
    const common = ["Name", "Type", "Arguments", "DependsOn", "DisplayName", "Description"];
    expect(keysOf("Condition")).toEqual(common);
    expect(keysOf("Processing")).toEqual([...common, "RetryPolicies", "CacheConfig", "PropertyFiles"]);
    expect(keysOf("Lambda")).toEqual([...common, "CacheConfig", "FunctionArn", "OutputParameters"]);
    expect(keysOf("QualityCheck").slice(-2)).toEqual(["SuppliedBaselineStatistics", "SuppliedBaselineConstraints"]);
  });

  it("are none for a scalar, a list, a map", () => {
    for (const printed of ["Arguments.RoleArn", "Arguments.InputDataConfig", "Arguments.HyperParameters"]) {
      expect([...at("Training", printed).members()]).toEqual([]);
    }
  });
});

describe("an output's shape", () => {
  const output = (type: string, printed: string) => outputAt(stepTypeOf(type), modelOf(type), pathOf(printed)).shape;

  it("is found by place, by name and by key", () => {
    expect(output("Training", "ModelArtifacts.S3ModelArtifacts")?.kind).toBe("string");
    expect(output("Training", "FinalMetricDataList['val:auc'].Value")?.kind).toBe("float");
    expect(output("Training", "HyperParameters['a.b']")?.kind).toBe("string");
    expect(output("Training", "InputDataConfig[0].ChannelName")?.kind).toBe("string");
    expect(output("Training", "CreationTime")?.kind).toBe("timestamp");
    expect(output("Training", "ModelArtifacts")?.kind).toBe("structure");
  });

  it("is unknown where the response has no such member", () => {
    expect(output("Training", "ModelArtifact")).toBeNull();
    expect(output("Lambda", "OutputParameters['a']")).toBeNull();
  });

  it("is listed as the SDK writes it, scalars only", () => {
    const listed = listOutputs(modelOf("Processing"), stepTypeOf("Processing")).map(({ path }) => path);
    expect(listed).toContain("ProcessingOutputConfig.Outputs[0].S3Output.S3Uri");
    expect(listed).not.toContain("ProcessingOutputConfig");
    const shallow = listOutputs(modelOf("Processing"), stepTypeOf("Processing"), { depth: 1 });
    expect(shallow.every(({ segments }) => segments.length === 1)).toBe(true);
    const named = listOutputs(modelOf("Training"), stepTypeOf("Training"), { elements: () => ["it's"] });
    expect(named.map(({ path }) => path)).toContain("FinalMetricDataList['it's'].Value");
  });
});

describe("the order of keys", () => {
  const order = (type: string, printed: string) => keyOrder(modelOf(type), stepTypeOf(type))(pathOf(printed));

  it("is the draft's, then the API's", () => {
    expect(order("Training", "Arguments").slice(0, 7)).toEqual([
      "AlgorithmSpecification",
      "OutputDataConfig",
      "ResourceConfig",
      "StoppingCondition",
      "InputDataConfig",
      "TrainingJobName",
      "RoleArn",
    ]);
    expect(order("Training", "Arguments.InputDataConfig[4]").slice(0, 3)).toEqual([
      "ChannelName",
      "DataSource",
      "ContentType",
    ]);
    expect(order("Training", "Arguments.VpcConfig")).toEqual(["SecurityGroupIds", "Subnets"]);
  });

  it("leaves the slots last", () => {
    expect(order("ForEach", "Arguments")).toEqual(["IterableItems", "MaxConcurrency", "Selector", "ForEachBody"]);
    expect(order("Condition", "Arguments")).toEqual(["Conditions", "IfSteps", "ElseSteps"]);
  });

  it("is none in a map", () => {
    expect(order("Training", "Arguments.HyperParameters")).toEqual([]);
    expect(order("Lambda", "Arguments")).toEqual([]);
  });

  it("puts a new field where it belongs", () => {
    const step = setIn(draft("Training"), ["DisplayName"], "T", keyOrder(modelOf("Training"), stepTypeOf("Training")));
    const after = setIn(
      setIn(step, ["Arguments", "VpcConfig", "Subnets", 0], "s", keyOrder(modelOf("Training"), stepTypeOf("Training"))),
      ["DependsOn"],
      ["A"],
      keyOrder(modelOf("Training"), stepTypeOf("Training")),
    );
    expect(keys(after)).toEqual(["Name", "Type", "Arguments", "DependsOn", "DisplayName"]);
    expect(keys(get(after, "Arguments")).at(-1)).toBe("VpcConfig");
  });
});

describe("the fields that can take a value now", () => {
  it("are those of the elements there are, and of one more", () => {
    const uris = fieldsOf("Training").filter(({ path }) => printPath(path).endsWith("DataSource.S3DataSource.S3Uri"));
    expect(uris.map(({ path, isNew, needed }) => [printPath(path), isNew, needed])).toEqual([
      ["Arguments.InputDataConfig[0].DataSource.S3DataSource.S3Uri", false, true],
      ["Arguments.InputDataConfig[1].DataSource.S3DataSource.S3Uri", true, false],
    ]);
  });

  it("are those of a map's keys", () => {
    const step = draft("Training");
    const withKey = setIn(step, ["Arguments", "HyperParameters", "eta"], "0.1") as ObjectValue;
    expect(field("Training", "Arguments.HyperParameters.eta")).toBeUndefined();
    expect(field("Training", "Arguments.HyperParameters.eta", withKey)).toMatchObject({
      kind: "string",
      present: true,
    });
  });

  it("are needed where the step cannot be without them", () => {
    expect(field("Training", "Arguments.RoleArn")).toMatchObject({ required: false, needed: false, present: false });
    expect(field("Training", "Arguments.OutputDataConfig.S3OutputPath")).toMatchObject({ needed: true, present: true });
    expect(field("Training", "Arguments.VpcConfig.Subnets[0]")).toMatchObject({ needed: false, present: false });
    const bare = { Name: "T", Type: "Training", Arguments: {} };
    const needed = fieldsOf("Training", bare).filter((one) => one.needed);
    expect(needed.map(({ path }) => printPath(path))).toEqual(["Arguments.OutputDataConfig.S3OutputPath"]);
    const started = { Name: "T", Type: "Training", Arguments: { TensorBoardOutputConfig: {} } };
    expect(field("Training", "Arguments.TensorBoardOutputConfig.S3OutputPath", started)?.needed).toBe(true);
  });

  it("are none below a reference that stands for a whole structure", () => {
    const step = setIn(draft("Training"), ["Arguments", "VpcConfig"], { Get: "Parameters.Vpc" }) as ObjectValue;
    expect(fieldsOf("Training", step).some(({ path }) => path[1] === "VpcConfig")).toBe(false);
  });

  it("leave out the name that Pipelines drops, unless it is there", () => {
    expect(field("Training", "Arguments.TrainingJobName")).toBeUndefined();
    const named = setIn(draft("Training"), ["Arguments", "TrainingJobName"], "x") as ObjectValue;
    expect(field("Training", "Arguments.TrainingJobName", named)).toMatchObject({ present: true, needed: false });
  });

  it("of a Lambda are its arguments, and its function as a literal", () => {
    const step = draft("Lambda", { Arguments: { bucket: { Get: "Parameters.Bucket" }, n: 5 } });
    expect(fieldsOf("Lambda", step).map(({ path, kind, literalOnly }) => [printPath(path), kind, literalOnly])).toEqual(
      [
        ["FunctionArn", "string", true],
        ["Arguments.bucket", "any", false],
        ["Arguments.n", "any", false],
      ],
    );
  });

  it("of a Condition are the operands that go with each type, and those of a new condition", () => {
    const Conditions: Value[] = [
      { Type: "Equals", LeftValue: 1, RightValue: 2 },
      { Type: "Not", Condition: { Type: "In", QueryValue: 1, Values: [1] } },
    ];
    const step = draft("Condition", { Arguments: { Conditions, IfSteps: [], ElseSteps: [] } });
    const paths = fieldsOf("Condition", step).filter(({ kind }) => kind === "any");
    expect(paths.map(({ path }) => printPath(path))).toEqual([
      "Arguments.Conditions[0].LeftValue",
      "Arguments.Conditions[0].RightValue",
      "Arguments.Conditions[1].Condition.QueryValue",
      "Arguments.Conditions[1].Condition.Values[0]",
      "Arguments.Conditions[1].Condition.Values[1]",
      "Arguments.Conditions[2].LeftValue",
      "Arguments.Conditions[2].RightValue",
    ]);
  });

  it("of a ForEach are its items as a whole, and each", () => {
    const step = draft("ForEach", { Arguments: { IterableItems: ["a"], MaxConcurrency: 2, ForEachBody: [] } });
    const taking = fieldsOf("ForEach", step).filter(({ literalOnly }) => !literalOnly);
    expect(taking.map(({ path }) => printPath(path)).slice(0, 3)).toEqual([
      "Arguments.IterableItems",
      "Arguments.IterableItems[0]",
      "Arguments.IterableItems[1]",
    ]);
    expect(field("ForEach", "Arguments.MaxConcurrency", step)?.literalOnly).toBe(true);
  });

  it("are remembered by the step, and found anew when the model has come", () => {
    const step = draft("Training");
    expect(scalarFields(null, stepTypeOf("Training"), step)).toEqual([]);
    const found = fieldsOf("Training", step);
    expect(found.length).toBeGreaterThan(50);
    expect(fieldsOf("Training", step)).toBe(found);
  });

  it("end, although shapes may hold themselves", () => {
    const model: ApiModel = {
      request: "Tree",
      response: "Tree",
      shapes: {
        Tree: {
          kind: "structure",
          members: [
            { name: "Name", shape: "String", required: true },
            { name: "Branches", shape: "Trees", required: false },
          ],
        },
        Trees: { kind: "list", of: "Tree" },
        String: { kind: "string" },
      },
    };
    const step = { Name: "T", Type: "Training", Arguments: { Branches: [{ Branches: [] }] } };
    expect(scalarFields(model, stepTypeOf("Training"), step).map(({ path }) => printPath(path))).toEqual([
      "Arguments.Name",
      "Arguments.Branches[0].Name",
      "Arguments.Branches[0].Branches[0].Name",
      "Arguments.Branches[1].Name",
    ]);
    expect(listOutputs(model, stepTypeOf("Training")).map(({ path }) => path)).toEqual(["Name"]);
  });
});
