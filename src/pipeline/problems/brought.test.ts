import { describe, expect, it } from "vitest";
import { definitionOf, loadAllModels } from "../../testing/load";
import { condition, equal, lambda, model, pipeline, processing, read, training } from "../../testing/steps";
import { deriveGraph } from "../graph/deriveGraph";
import { checkDefinition } from "../reading";

const models = await loadAllModels();

function said(definition: object): readonly string[] {
  return checkDefinition(definitionOf(definition), models).map(({ severity, message }) => `${severity}: ${message}`);
}

const report = "Steps.P.ProcessingOutputConfig.Outputs['report'].S3Output.S3Uri";

describe("what is sound is not doubted", () => {
  it.each([
    ["Training", training("T", { RoleArn: undefined })],
    ["Processing", processing("T", { RoleArn: undefined })],
    ["Model", model("T", { ExecutionRoleArn: undefined })],
  ])("a %s step without a role: it takes the pipeline's", (_, step) => {
    expect(said(pipeline([lambda("A"), step])).filter((one) => /role/i.test(one))).toEqual([]);
  });

  it("but an empty role is none, and can be taken away", () => {
    const [problem] = checkDefinition(definitionOf(pipeline([training("T", { RoleArn: "" })])), models).filter(
      ({ code }) => code === "required-missing",
    );
    expect(problem?.message).toBe(
      "RoleArn of T is empty. Fill it in, or remove it: then the step takes the pipeline's role.",
    );
    expect(problem?.fixes?.map(({ label }) => label)).toEqual(["Remove RoleArn"]);
  });

  it("a name that the SDK keeps for a model package, and a queue from a parameter", () => {
    const register = {
      Name: "R",
      Type: "RegisterModel",
      Arguments: { ModelPackageName: "m", ModelPackageGroupName: "g" },
    };
    expect(said(pipeline([register])).filter((one) => one.includes("ModelPackageName"))).toEqual([]);
    const wait = { Name: "W", Type: "Callback", Arguments: {}, SqsQueueUrl: read("Parameters.Queue") };
    const queue = [{ Name: "Queue", Type: "String", DefaultValue: "https://sqs.eu-west-1.amazonaws.com/1/q" }];
    expect(said(pipeline([wait], queue)).filter((one) => one.includes("SqsQueueUrl"))).toEqual([]);
  });

  it("a path typed in by a step that waits for its writer already, and one that says where to write", () => {
    const typed = (step: object) =>
      said(pipeline([processing("P"), step])).filter((one) => one.includes("is typed in"));
    const reads = { Arguments: { metrics: "s3://b/P/report/metrics.json" } };
    expect(typed(lambda("A", reads))).toHaveLength(1);
    expect(typed(lambda("A", { ...reads, DependsOn: ["P"] }))).toEqual([]);
    expect(typed(lambda("A", { Arguments: { output_path: "s3://b/P/report/next" } }))).toEqual([]);
  });

  it.each(["${type}", "{{ type }}", "<% type %>", "ml.${size}.xlarge"])("a hole of a template: %s", (hole) => {
    const step = training("T-${env}", {
      ResourceConfig: { InstanceType: hole, InstanceCount: 1, VolumeSizeInGB: 30 },
      OutputDataConfig: { S3OutputPath: `${hole}/models` },
    });
    expect(
      said(pipeline([step, lambda("A", { DependsOn: ["T-${env}"] })])).filter((one) => /T-|Type/.test(one)),
    ).toEqual([]);
  });
});

describe("an expression that nobody here knows", () => {
  const unknown = { "Std:IfExpression": { Condition: true, If: read("Steps.L.OutputParameters['path']"), Else: 3 } };

  it.each([
    ["a text", training("T", { OutputDataConfig: { S3OutputPath: unknown } })],
    [
      "a number",
      training("T", { ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: unknown, VolumeSizeInGB: 30 } }),
    ],
    ["a list", training("T", { VpcConfig: { Subnets: unknown, SecurityGroupIds: ["g"] } })],
    ["a structure", training("T", { StoppingCondition: unknown })],
    ["an argument of a Lambda", lambda("T", { Arguments: { x: unknown } })],
  ])("stands for %s without an error, and what it reads is an edge", (_, step) => {
    const definition = definitionOf(pipeline([lambda("L"), step]));
    const problems = checkDefinition(definition, models).filter(({ at }) => at[0] === "Arguments");
    expect(problems.map(({ severity }) => severity)).toEqual(["info"]);
    expect(problems[0]?.message).toContain("an expression that Stepwire does not know");
    expect(deriveGraph(definition).edges.map(({ from, to }) => `${from} ${to}`)).toEqual(["L T"]);
  });
});

describe("what is broken is found", () => {
  const errors = (definition: object) => said(definition).filter((one) => one.startsWith("error"));

  it("names in place of steps, of property files and of outputs", () => {
    const gate = { ...condition("Gate", [equal]), Name: "Gate" };
    const branches = { ...gate, Arguments: { ...gate.Arguments, IfSteps: ["A"] } };
    expect(errors(pipeline([lambda("A"), branches]))).toContainEqual(
      expect.stringContaining('IfSteps[0] of Gate is no step, but the name "A".'),
    );
    expect(errors(pipeline([lambda("A", { OutputParameters: ["x"] })]))).toEqual([
      "error: OutputParameters[0] of A must be an object with fields of its own.",
    ]);
    expect(errors(pipeline([processing("P", {}, { PropertyFiles: ["F"] })]))).toEqual([
      "error: PropertyFiles[0] of P must be an object with fields of its own.",
    ]);
    expect(errors({ ...pipeline([lambda("A")]), Steps: [lambda("A"), "B"] })).toHaveLength(1);
    expect(errors({ ...pipeline([lambda("A")]), Parameters: ["P"] })).toHaveLength(1);
  });

  it.each([
    ["Integer", "error"],
    ["Float", "error"],
    ["Boolean", "error"],
  ])("a parameter of type %s in a text: %s", (Type, severity) => {
    const step = training("T", { HyperParameters: { depth: read("Parameters.P") } });
    const found = said(pipeline([step], [{ Name: "P", Type, DefaultValue: Type === "Boolean" ? true : 1 }]));
    expect(found.filter((one) => one.includes("wrap it in a Join"))).toEqual([expect.stringMatching(`^${severity}`)]);
  });

  it("an output by another name than it has, with the form that is read as its cure", () => {
    const reads = (text: string) => pipeline([lambda("L"), lambda("A", { Arguments: { x: read(text) } })]);
    for (const text of ["Steps.L.Outputs['path']", "Steps.L.OutputParameters.path"]) {
      const problem = checkDefinition(definitionOf(reads(text)), models).find(({ severity }) => severity === "error");
      expect(problem?.message).toContain("is read as OutputParameters['path']");
      expect(problem?.fixes?.map(({ label }) => label)).toEqual(["Read OutputParameters['path']"]);
    }
  });

  it.each(["['other']", "[1]"])("an output that a processing step does not have: %s", (which) => {
    const text = report.replace("['report']", which);
    expect(errors(pipeline([processing("P"), training("T", {}, {}, read(text))]))).toHaveLength(1);
  });

  it("a default that is a reference, and a type in another case", () => {
    const uses = lambda("A", { Arguments: { x: read("Parameters.P") } });
    const one = (parameter: object) => errors(pipeline([uses], [{ Name: "P", ...parameter }]));
    expect(one({ Type: "String", DefaultValue: read("Parameters.Q") })).toContain(
      "error: The default of P is a reference; it must be written out.",
    );
    expect(one({ Type: "string", DefaultValue: "x" })).toEqual([expect.stringContaining("String")]);
  });

  it("a JSON path that is a reference", () => {
    const jsonGet = { "Std:JsonGet": { PropertyFile: read("Steps.P.PropertyFiles.F"), Path: read("Parameters.Q") } };
    const files = { PropertyFiles: [{ PropertyFileName: "F", OutputName: "report", FilePath: "r.json" }] };
    const found = errors(
      pipeline(
        [processing("P", {}, files), lambda("A", { Arguments: { x: jsonGet } })],
        [{ Name: "Q", Type: "String", DefaultValue: "a" }],
      ),
    );
    expect(found).toEqual(["error: The Path of Std:JsonGet in A is a reference; it must be written out."]);
  });

  it.each([
    ["CreateModel", "Model"],
    ["CreateModelStep", "Model"],
    ["LambdaStep", "Lambda"],
    ["TrainingStep", "Training"],
    ["CreateProcessingJob", "Processing"],
    ["CreateHyperParameterTuningJob", "Tuning"],
  ])("a type by the name of its class or operation: %s", (Type, meant) => {
    expect(said(pipeline([{ Name: "S", Type, Arguments: {} }]))).toContainEqual(
      expect.stringMatching(new RegExp(`^warning: .*Did you mean ${meant}\\?`)),
    );
  });

  it("a step by the name that its author gave to the SDK", () => {
    const steps = [
      model("Serve-CreateModel"),
      lambda("A", { Arguments: { m: read("Steps.Serve.ModelName") }, DependsOn: ["Serve"] }),
    ];
    expect(errors(pipeline(steps)).filter((one) => one.includes("ean Serve-CreateModel"))).toHaveLength(2);
  });

  it("a key too deep in the step that has one of its own: that one counts, and the other goes", () => {
    const steps = [lambda("L"), processing("P", { DependsOn: ["L"] }, { DependsOn: ["L"] })];
    const problem = checkDefinition(definitionOf(pipeline(steps)), models).find(({ code }) => code === "key-too-deep");
    expect(problem?.fixes?.map(({ label }) => label)).toEqual(["Remove DependsOn"]);
  });

  it("a container to register without an image", () => {
    const args = {
      ModelPackageGroupName: "g",
      InferenceSpecification: { Containers: [{ ModelDataUrl: "s3://b/m.tar.gz" }] },
    };
    expect(said(pipeline([{ Name: "R", Type: "RegisterModel", Arguments: args }]))).toContain(
      "warning: A container of R has no Image: nothing says what runs.",
    );
  });

  it("a text that is ordered with a number, once", () => {
    const gate = condition("C", [{ Type: "LessThan", LeftValue: read("Parameters.N"), RightValue: "6" }]);
    const found = said(pipeline([gate], [{ Name: "N", Type: "Integer", DefaultValue: 1 }]));
    expect(found.filter((one) => /text/.test(one))).toHaveLength(1);
  });

  it("CloudFormation's word for a default", () => {
    const uses = lambda("A", { Arguments: { x: read("Parameters.P") } });
    expect(said(pipeline([uses], [{ Name: "P", Type: "String", Default: "x" }]))).toContain(
      "warning: Default is no key of a parameter. Did you mean DefaultValue?",
    );
  });
});
