import { describe, expect, it } from "vitest";
import {
  begin,
  type Call,
  caller,
  create,
  definitionOf,
  lambda,
  regionAt,
  role,
  start,
  token,
} from "../testing/regionCalls";

async function stepsOf(call: Call, PipelineExecutionArn: string): Promise<Record<string, unknown>[]> {
  const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn, SortOrder: "Ascending" });
  return body.PipelineExecutionSteps as Record<string, unknown>[];
}

async function statuses(call: Call, arn: string): Promise<Record<string, unknown>> {
  return Object.fromEntries((await stepsOf(call, arn)).map(({ StepName, StepStatus }) => [StepName, StepStatus]));
}

async function statusOf(call: Call, PipelineExecutionArn: string): Promise<unknown> {
  return (await call("DescribePipelineExecution", { PipelineExecutionArn })).body.PipelineExecutionStatus;
}

describe("a pipeline", () => {
  it("is created, described, updated to a new version, listed and deleted", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    const PipelineArn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/Churn-2";
    expect(await create(call, "Churn-2", [lambda("A")], { PipelineDescription: "first" })).toEqual({
      status: 200,
      body: { PipelineArn },
    });
    clock.now += 1500;
    const changed = definitionOf([lambda("B")]);
    const updated = await call("UpdatePipeline", { PipelineName: "Churn-2", PipelineDefinition: changed });
    expect(updated.body).toEqual({ PipelineArn, PipelineVersionId: 2 });
    const described = await call("DescribePipeline", { PipelineName: PipelineArn });
    expect(described.body).toMatchObject({
      PipelineArn,
      PipelineName: "Churn-2",
      PipelineDefinition: changed,
      PipelineDescription: "first",
      PipelineStatus: "Active",
      RoleArn: role,
      CreationTime: begin / 1000,
      LastModifiedTime: begin / 1000 + 1.5,
    });
    const first = await call("DescribePipeline", { PipelineName: "Churn-2", PipelineVersionId: 1 });
    expect(first.body.PipelineDefinition).toBe(definitionOf([lambda("A")]));
    const versions = await call("ListPipelineVersions", { PipelineName: "Churn-2" });
    expect(versions.body.PipelineVersionSummaries).toMatchObject([{ PipelineVersionId: 2 }, { PipelineVersionId: 1 }]);
    expect((await call("DeletePipeline", { PipelineName: "Churn-2", ClientRequestToken: token("d") })).status).toBe(
      200,
    );
    expect((await call("ListPipelines", {})).body).toEqual({ PipelineSummaries: [] });
  });

  it("is known only in its own region", async () => {
    const { region, call } = regionAt({ now: begin });
    await create(call, "p");
    const elsewhere = await caller(region, "us-east-1")("DescribePipeline", { PipelineName: "p" });
    expect(elsewhere).toEqual({
      status: 400,
      body: {
        __type: "ResourceNotFound",
        Message: "Pipeline 'arn:aws:sagemaker:us-east-1:111122223333:pipeline/p' does not exist.",
      },
    });
  });

  it("cannot be created twice, in the words that the SDK's upsert waits for", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p");
    const again = await create(call, "p");
    expect(again).toMatchObject({ status: 400, body: { __type: "ValidationException" } });
    expect(again.body.message).toContain("Pipeline with name (p) already exists");
  });

  it("is created once for one token; the token with another request is a conflict", async () => {
    const { call } = regionAt({ now: begin });
    const one = await create(call, "p", [lambda("A")], { ClientRequestToken: token("t") });
    expect(await create(call, "p", [lambda("A")], { ClientRequestToken: token("t") })).toEqual(one);
    const other = await create(call, "p", [lambda("B")], { ClientRequestToken: token("t") });
    expect(other.body.__type).toBe("ConflictException");
    expect((await call("ListPipelines", {})).body.PipelineSummaries).toHaveLength(1);
  });

  it("is not created under a second name for one token: a conflict, and nothing is made", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p", [lambda("A")], { ClientRequestToken: token("t") });
    const other = await create(call, "q", [lambda("A")], { ClientRequestToken: token("t") });
    expect([other.status, other.body.__type]).toEqual([400, "ConflictException"]);
    expect((await call("ListPipelines", {})).body.PipelineSummaries).toMatchObject([{ PipelineName: "p" }]);
  });

  it("is not deleted by a token that deleted another one", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p");
    await create(call, "q");
    const ClientRequestToken = token("d");
    await call("DeletePipeline", { PipelineName: "p", ClientRequestToken });
    const other = await call("DeletePipeline", { PipelineName: "q", ClientRequestToken });
    expect(other.body.__type).toBe("ConflictException");
    expect((await call("ListPipelines", {})).body.PipelineSummaries).toMatchObject([{ PipelineName: "q" }]);
  });

  it("deleted again with the same token gives the same answer, with another is not found", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p");
    const input = { PipelineName: "p", ClientRequestToken: token("d") };
    const one = await call("DeletePipeline", input);
    expect(await call("DeletePipeline", input)).toEqual(one);
    const other = await call("DeletePipeline", { ...input, ClientRequestToken: token("e") });
    expect(other.body.__type).toBe("ResourceNotFound");
  });

  it("cannot be deleted while it runs", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p");
    await start(call, "p");
    expect((await call("DeletePipeline", { PipelineName: "p" })).body.__type).toBe("ConflictException");
    clock.now += 500;
    expect((await call("DeletePipeline", { PipelineName: "p" })).status).toBe(200);
  });

  it("keeps its tags", async () => {
    const { call } = regionAt({ now: begin });
    const { body } = await create(call, "p", undefined, { Tags: [{ Key: "team", Value: "a" }] });
    await call("AddTags", {
      ResourceArn: body.PipelineArn,
      Tags: [
        { Key: "team", Value: "b" },
        { Key: "x", Value: "" },
      ],
    });
    const tags = await call("ListTags", { ResourceArn: body.PipelineArn });
    expect(tags.body).toEqual({
      Tags: [
        { Key: "team", Value: "b" },
        { Key: "x", Value: "" },
      ],
    });
  });
});

describe("a request that SageMaker refuses", () => {
  const { call } = regionAt({ now: begin });
  const refused = (input: object) =>
    call("CreatePipeline", {
      PipelineName: "p",
      RoleArn: role,
      PipelineDefinition: definitionOf([lambda("A")]),
      ...input,
    });

  it.each([
    ["a name with a space", { PipelineName: "bad name!!" }, "Member must satisfy regular expression pattern"],
    ["a name of 257", { PipelineName: "a".repeat(257) }, "less than or equal to 256"],
    ["no role", { RoleArn: undefined }, "at 'roleArn' failed to satisfy constraint: Member must not be null"],
    ["a short token", { ClientRequestToken: "abc" }, "greater than or equal to 32"],
    [
      "no definition",
      { PipelineDefinition: undefined },
      "Either Pipeline Definition or Pipeline Definition S3 location",
    ],
    [
      "two definitions",
      { PipelineDefinitionS3Location: { Bucket: "b", ObjectKey: "k" } },
      "Both Pipeline Definition and Pipeline Definition S3 Location shouldn't be present",
    ],
    ["text that is no JSON", { PipelineDefinition: '{"Steps":[}' }, "Unable to parse pipeline definition. "],
    ["text without Steps", { PipelineDefinition: "{}" }, "Unable to parse pipeline definition. "],
    ["a definition over 1 MiB", { PipelineDefinition: " ".repeat(1_048_577) }, "less than or equal to 1048576"],
    ["a number for a text", { PipelineDescription: 5 }, "Member must be a string"],
    [
      "no parallelism at all",
      { ParallelismConfiguration: { MaxParallelExecutionSteps: 0 } },
      "greater than or equal to 1",
    ],
    [
      "parallelism without a number",
      { ParallelismConfiguration: {} },
      "at 'maxParallelExecutionSteps' failed to satisfy constraint: Member must not be null",
    ],
    [
      "half a step at the same time",
      { ParallelismConfiguration: { MaxParallelExecutionSteps: 1.5 } },
      "Value '1.5' at 'maxParallelExecutionSteps' failed to satisfy constraint: Member must be an integer",
    ],
  ])("%s", async (_name, input, words) => {
    const { status, body } = await refused(input);
    expect({ status, type: body.__type }).toEqual({ status: 400, type: "ValidationException" });
    expect(body.message).toContain(words);
  });

  it.each([
    ["two steps of one name", [lambda("A"), lambda("A")], "Duplicate step 'A'"],
    ["a step name with a dot", [lambda("A.b")], "Step name 'A.b'"],
    ["DependsOn of nothing", [lambda("A", { DependsOn: ["B"] })], "'B', which is undefined"],
    ["an unknown step", [lambda("A", { Arguments: { x: { Get: "Steps.B.Y" } } })], "undefined step 'B'"],
    ["an unknown parameter", [lambda("A", { Arguments: { x: { Get: "Parameters.P" } } })], "undefined parameter 'P'"],
    [
      "an unknown variable",
      [lambda("A", { Arguments: { x: { Get: "Execution.Now" } } })],
      "Unknown execution variable",
    ],
    ["a malformed reference", [lambda("A", { Arguments: { x: { Get: "Somewhere" } } })], "Malformed reference"],
    ["a cycle", [lambda("A", { DependsOn: ["B"] }), lambda("B", { DependsOn: ["A"] })], "A -> B -> A"],
    [
      "a wait for a Fail step",
      [{ Name: "F", Type: "Fail", Arguments: {} }, lambda("A", { DependsOn: ["F"] })],
      "CondStep can not depends on FailStep",
    ],
    [
      "a ForEach without a limit",
      [{ Name: "E", Type: "ForEach", Arguments: { IterableItems: [1], ForEachBody: [lambda("A")] } }],
      "range [1, 50]",
    ],
  ])("a definition with %s", async (_name, steps, words) => {
    const { body } = await refused({ PipelineDefinition: definitionOf(steps) });
    expect(body.__type).toBe("ValidationException");
    expect(body.message).toMatch(/^Unable to parse pipeline definition\. /);
    expect(body.message).toContain(words);
  });

  it("an operation that it does not know, a request without a signature, a body that is no JSON", async () => {
    const { region } = regionAt({ now: begin });
    expect((await call("CreateTrainingJob", {})).body.__type).toBe("UnknownOperationException");
    expect((await call("toString", {})).body.__type).toBe("UnknownOperationException");
    const headers = { "x-amz-target": "SageMaker.ListPipelines" };
    const unsigned = await region.handle({ method: "POST", path: "/", headers, body: "{}" });
    expect([unsigned.status, unsigned.headers["x-amzn-errortype"]]).toEqual([
      403,
      "MissingAuthenticationTokenException",
    ]);
    const signed = { ...headers, authorization: "Credential=A/20260101/us-east-1/sagemaker/aws4_request" };
    const broken = await region.handle({ method: "POST", path: "/", headers: signed, body: "{" });
    expect(JSON.parse(broken.body).__type).toBe("SerializationException");
  });
});

it("tags that are none, or not given, are refused, and nothing is changed", async () => {
  const { call } = regionAt({ now: begin });
  const { body } = await create(call, "p", undefined, { Tags: [{ Key: "team", Value: "a" }] });
  const ResourceArn = body.PipelineArn;
  for (const [operation, input] of [
    ["AddTags", {}],
    ["AddTags", { Tags: "x" }],
    ["AddTags", { Tags: [{ Key: "k" }] }],
    ["DeleteTags", {}],
    ["DeleteTags", { TagKeys: "team" }],
    ["DeleteTags", { TagKeys: [1] }],
  ] as const) {
    const refused = await call(operation, { ResourceArn, ...input });
    expect([operation, refused.body.__type]).toEqual([operation, "ValidationException"]);
  }
  expect((await call("ListTags", { ResourceArn })).body.Tags).toEqual([{ Key: "team", Value: "a" }]);
});

describe("an execution", () => {
  it("shows its steps Starting, Executing, Succeeded, each after what it waits for", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p", [lambda("A"), lambda("B"), lambda("C", { DependsOn: ["A", "B"] })]);
    const arn = await start(call, "p");
    expect(arn).toMatch(/^arn:aws:sagemaker:eu-west-1:111122223333:pipeline\/p\/execution\/[a-z0-9]{12}$/);
    expect(await statuses(call, arn)).toEqual({ A: "Starting", B: "Starting" });
    clock.now = begin + 200;
    expect(await statuses(call, arn)).toEqual({ A: "Executing", B: "Executing" });
    clock.now = begin + 500;
    expect(await statuses(call, arn)).toEqual({ A: "Succeeded", B: "Succeeded", C: "Starting" });
    expect(await statusOf(call, arn)).toBe("Executing");
    clock.now = begin + 1000;
    expect(await statuses(call, arn)).toEqual({ A: "Succeeded", B: "Succeeded", C: "Succeeded" });
    const { body } = await call("DescribePipelineExecution", { PipelineExecutionArn: arn });
    expect(body).toMatchObject({
      PipelineExecutionStatus: "Succeeded",
      CreationTime: begin / 1000,
      LastModifiedTime: begin / 1000 + 1,
      PipelineVersionId: 1,
    });
    expect(body).not.toHaveProperty("FailureReason");
  });

  it("runs no more steps at a time than it may", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(
      call,
      "p",
      ["A", "B", "C"].map((name) => lambda(name)),
    );
    const arn = await start(call, "p", { ParallelismConfiguration: { MaxParallelExecutionSteps: 2 } });
    expect(Object.keys(await statuses(call, arn))).toEqual(["A", "B"]);
    clock.now += 500;
    expect(await statuses(call, arn)).toEqual({ A: "Succeeded", B: "Succeeded", C: "Starting" });
  });

  it("lists steps newest first, with outputs as texts and the jobs' ARNs", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    const prep = lambda("Prep", {
      OutputParameters: [
        { OutputName: "statusCode", OutputType: "Integer" },
        { OutputName: "train_path", OutputType: "String" },
      ],
    });
    const train = {
      Name: "Train",
      Type: "Training",
      DisplayName: "Train it",
      Arguments: { InputDataConfig: [{ S3Uri: { Get: "Steps.Prep.OutputParameters['train_path']" } }] },
    };
    await create(call, "p", [prep, train]);
    const PipelineExecutionArn = await start(call, "p");
    clock.now += 550;
    const early = await call("ListPipelineExecutionSteps", { PipelineExecutionArn });
    expect(early.body.PipelineExecutionSteps).toMatchObject([{ StepName: "Train", StepStatus: "Starting" }, {}]);
    expect(JSON.stringify(early.body)).not.toContain("TrainingJob");
    clock.now += 150;
    const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn });
    const jobArn =
      /^arn:aws:sagemaker:eu-west-1:111122223333:training-job\/pipelines-[a-z0-9]{12}-Train-[A-Za-z0-9]{10}$/;
    expect(body.PipelineExecutionSteps).toEqual([
      {
        StepName: "Train",
        StepDisplayName: "Train it",
        StartTime: begin / 1000 + 0.5,
        StepStatus: "Executing",
        AttemptCount: 1,
        Metadata: { TrainingJob: { Arn: expect.stringMatching(jobArn) } },
      },
      {
        StepName: "Prep",
        StartTime: begin / 1000,
        EndTime: begin / 1000 + 0.5,
        StepStatus: "Succeeded",
        AttemptCount: 1,
        Metadata: {
          Lambda: {
            Arn: "arn:aws:lambda:eu-west-1:111122223333:function:f",
            OutputParameters: [
              { Name: "statusCode", Value: "200" },
              { Name: "train_path", Value: "s3://sagemaker-eu-west-1-111122223333/Prep/train" },
            ],
          },
        },
      },
    ]);
  });

  it("takes the branch that its parameters decide, and leaves the other out", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    const Conditions = [{ Type: "GreaterThan", LeftValue: { Get: "Parameters.N" }, RightValue: 10 }];
    const gate = {
      Name: "Gate",
      Type: "Condition",
      Arguments: { Conditions, IfSteps: [lambda("Yes")], ElseSteps: [lambda("No")] },
    };
    const PipelineDefinition = definitionOf([gate], [{ Name: "N", Type: "Integer", DefaultValue: 5 }]);
    await create(call, "p", [], { PipelineDefinition });
    const low = await start(call, "p");
    const high = await start(call, "p", { PipelineParameters: [{ Name: "N", Value: "11" }] });
    clock.now += 1000;
    expect(await statuses(call, low)).toEqual({ Gate: "Succeeded", No: "Succeeded" });
    expect(await statuses(call, high)).toEqual({ Gate: "Succeeded", Yes: "Succeeded" });
    expect((await stepsOf(call, high))[0]?.Metadata).toEqual({ Condition: { Outcome: "True" } });
    const { body } = await call("ListPipelineParametersForExecution", { PipelineExecutionArn: high });
    expect(body).toEqual({ PipelineParameters: [{ Name: "N", Value: "11" }] });
  });

  it("fails the step that its description asks to fail, and what waits for it does not run", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p", [lambda("A"), lambda("B", { DependsOn: ["A"] }), lambda("C")]);
    const arn = await start(call, "p", { PipelineExecutionDescription: "try it: stepwire:fail=A" });
    clock.now += 500;
    expect(await statuses(call, arn)).toEqual({ A: "Failed", C: "Succeeded" });
    expect((await stepsOf(call, arn))[0]?.FailureReason).toBe("ClientError: This step was asked to fail.");
    const { body } = await call("DescribePipelineExecution", { PipelineExecutionArn: arn });
    expect(body).toMatchObject({
      PipelineExecutionStatus: "Failed",
      FailureReason: "Step failure: One or multiple steps failed",
    });
  });

  it("ends CompletedWithFailures when a step ran on a failure", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p", [lambda("A"), lambda("B", { DependsOn: [{ Step: "A", Trigger: "Failed" }] })]);
    const arn = await start(call, "p", { PipelineExecutionDescription: "stepwire:fail=A" });
    clock.now += 1000;
    expect(await statuses(call, arn)).toEqual({ A: "Failed", B: "Succeeded" });
    expect(await statusOf(call, arn)).toBe("CompletedWithFailures");
  });

  it("runs a ForEach's body once an item, as many at a time as it may", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    const body = lambda("Score", { Arguments: { region: { Get: "ForEach.CurrentItem" } } });
    const each = {
      Name: "Each",
      Type: "ForEach",
      Arguments: { IterableItems: ["eu", "us", "ap"], MaxConcurrency: 2, ForEachBody: [body] },
    };
    await create(call, "p", [each, lambda("After", { DependsOn: ["Each"] })]);
    const arn = await start(call, "p");
    clock.now += 200;
    expect(await statuses(call, arn)).toEqual({ Each: "Executing", "Score-0": "Executing", "Score-1": "Executing" });
    clock.now += 800;
    const steps = await stepsOf(call, arn);
    expect(steps.map(({ StepName }) => StepName)).toEqual(["Each", "Score-0", "Score-1", "Score-2", "After"]);
    expect(steps[0]?.Metadata).toMatchObject({
      ForEach: { Status: "Succeeded", InputItemCount: 3, SucceededStepCount: 3 },
    });
    expect(steps[3]?.IterationContext).toEqual({ ParentStepName: "Each", Index: 2, Item: "ap" });
  });

  it("is started once for one token; the token with another request is a conflict", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p");
    const one = await start(call, "p", { ClientRequestToken: token("s") });
    expect(await start(call, "p", { ClientRequestToken: token("s") })).toBe(one);
    const other = { PipelineName: "p", ClientRequestToken: token("s"), PipelineExecutionDescription: "x" };
    expect((await call("StartPipelineExecution", other)).body.__type).toBe("ConflictException");
    expect((await call("ListPipelineExecutions", { PipelineName: "p" })).body.PipelineExecutionSummaries).toHaveLength(
      1,
    );
  });

  it("is one for one token, whether the pipeline is given by name or by ARN", async () => {
    const { call } = regionAt({ now: begin });
    const { body } = await create(call, "p");
    const ClientRequestToken = token("s");
    const byName = await start(call, "p", { ClientRequestToken });
    expect(await start(call, String(body.PipelineArn), { ClientRequestToken })).toBe(byName);
    const { body: all } = await call("ListPipelineExecutions", { PipelineName: "p" });
    expect(all.PipelineExecutionSummaries).toHaveLength(1);
  });

  it("is not started in a second pipeline, nor retried in a second one, for one token", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    const failing = { PipelineExecutionDescription: "stepwire:fail=A" };
    const ClientRequestToken = token("s");
    for (const name of ["p", "q"]) await create(call, name);
    const first = await start(call, "p", { ...failing, ClientRequestToken });
    const elsewhere = await call("StartPipelineExecution", { PipelineName: "q", ...failing, ClientRequestToken });
    expect(elsewhere.body.__type).toBe("ConflictException");
    const second = await start(call, "q", failing);
    clock.now += 500;
    const retry = (PipelineExecutionArn: string) =>
      call("RetryPipelineExecution", { PipelineExecutionArn, ClientRequestToken });
    expect((await retry(first)).status).toBe(200);
    expect((await retry(first)).status).toBe(200);
    expect((await retry(second)).body.__type).toBe("ConflictException");
  });

  it.each([
    ["unknown", [{ Name: "X", Value: "1" }], "Unknown parameter 'X'"],
    ["missing", [], "Parameter 'N' is undefined."],
    ["empty", [{ Name: "N", Value: "" }], 'Parameter N value "" is too short (length: 0, required minimum: 1).'],
    ["of another type", [{ Name: "N", Value: "1.5" }], "is not of type Integer"],
    ["given twice", [1, 2].map((value) => ({ Name: "N", Value: `${value}` })), "Duplicate parameter 'N'"],
  ])("is refused with a parameter that is %s", async (_name, PipelineParameters, words) => {
    const { call } = regionAt({ now: begin });
    await create(call, "p", [], { PipelineDefinition: definitionOf([], [{ Name: "N", Type: "Integer" }]) });
    const { body } = await call("StartPipelineExecution", { PipelineName: "p", PipelineParameters });
    expect(body.__type).toBe("ValidationException");
    expect(body.message).toContain(words);
  });

  it("keeps the definition that it started with", async () => {
    const { call } = regionAt({ now: begin });
    await create(call, "p", [lambda("A")]);
    const PipelineExecutionArn = await start(call, "p");
    await call("UpdatePipeline", { PipelineName: "p", PipelineDefinition: definitionOf([lambda("B")]) });
    const { body } = await call("DescribePipelineDefinitionForExecution", { PipelineExecutionArn });
    expect(body.PipelineDefinition).toBe(definitionOf([lambda("A")]));
  });
});

describe("stopping", () => {
  const train = { Name: "Train", Type: "Training", Arguments: {} };

  it("goes over Stopping to Stopped, and what comes after never starts", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p", [train, lambda("B", { DependsOn: ["Train"] })]);
    const PipelineExecutionArn = await start(call, "p");
    clock.now = begin + 100;
    const stopped = await call("StopPipelineExecution", { PipelineExecutionArn, ClientRequestToken: token("x") });
    expect(stopped.body).toEqual({ PipelineExecutionArn });
    expect(await statusOf(call, PipelineExecutionArn)).toBe("Stopping");
    expect(await statuses(call, PipelineExecutionArn)).toEqual({ Train: "Stopping" });
    clock.now = begin + 2000;
    expect(await statusOf(call, PipelineExecutionArn)).toBe("Stopped");
    expect(await statuses(call, PipelineExecutionArn)).toEqual({ Train: "Stopped" });
    expect((await call("StopPipelineExecution", { PipelineExecutionArn })).status).toBe(200);
  });

  it("is refused when the execution has ended", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p", [train]);
    const PipelineExecutionArn = await start(call, "p");
    clock.now += 5000;
    expect((await call("StopPipelineExecution", { PipelineExecutionArn })).body.__type).toBe("ValidationException");
    expect(await statusOf(call, PipelineExecutionArn)).toBe("Succeeded");
  });
});

describe("a retry", () => {
  it("keeps what succeeded and runs the rest in the same execution", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p", [lambda("A"), lambda("B", { DependsOn: ["A"] }), lambda("C", { DependsOn: ["B"] })]);
    const PipelineExecutionArn = await start(call, "p", { PipelineExecutionDescription: "stepwire:fail=B" });
    clock.now = begin + 1000;
    expect(await statuses(call, PipelineExecutionArn)).toEqual({ A: "Succeeded", B: "Failed" });
    clock.now = begin + 5000;
    const retried = await call("RetryPipelineExecution", { PipelineExecutionArn, ClientRequestToken: token("r") });
    expect(retried.body).toEqual({ PipelineExecutionArn });
    expect(await statuses(call, PipelineExecutionArn)).toEqual({ A: "Succeeded", B: "Starting" });
    clock.now = begin + 6000;
    expect(await statuses(call, PipelineExecutionArn)).toEqual({ A: "Succeeded", B: "Succeeded", C: "Succeeded" });
    expect(await statusOf(call, PipelineExecutionArn)).toBe("Succeeded");
    expect((await stepsOf(call, PipelineExecutionArn))[0]?.EndTime).toBe(begin / 1000 + 0.5);
  });

  it("is refused after a Fail step and while it runs", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p", [{ Name: "Stop", Type: "Fail", Arguments: { ErrorMessage: "no" } }]);
    const PipelineExecutionArn = await start(call, "p");
    expect((await call("RetryPipelineExecution", { PipelineExecutionArn })).body.message).toContain("is Executing");
    clock.now += 1000;
    expect((await stepsOf(call, PipelineExecutionArn))[0]?.Metadata).toEqual({ Fail: { ErrorMessage: "no" } });
    expect((await call("RetryPipelineExecution", { PipelineExecutionArn })).body.message).toContain("Fail step");
  });
});

describe("lists", () => {
  it("come in pages that neither repeat nor leave out, newest first", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    for (let i = 0; i < 7; i++) {
      clock.now += 1000;
      await create(call, `p${i}`);
    }
    const seen: unknown[] = [];
    let NextToken: unknown;
    do {
      const { body } = await call("ListPipelines", {
        MaxResults: 3,
        ...(NextToken === undefined ? {} : { NextToken }),
      });
      const summaries = body.PipelineSummaries as { PipelineName: string }[];
      seen.push(...summaries.map(({ PipelineName }) => PipelineName));
      NextToken = body.NextToken;
      clock.now += 1000;
      if (seen.length === 3) await create(call, "newer");
    } while (NextToken !== undefined);
    expect(seen).toEqual(["p6", "p5", "p4", "p3", "p2", "p1", "p0"]);
  });

  it("take a prefix, a name order and a span of time", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    for (const name of ["b1", "a1", "xb"]) {
      await create(call, name);
      clock.now += 10_000;
    }
    const names = async (input: object) =>
      ((await call("ListPipelines", input)).body.PipelineSummaries as { PipelineName: string }[]).map(
        (one) => one.PipelineName,
      );
    expect(await names({ PipelineNamePrefix: "b" })).toEqual(["b1"]);
    expect(await names({ SortBy: "Name", SortOrder: "Ascending" })).toEqual(["a1", "b1", "xb"]);
    expect(await names({ CreatedAfter: begin / 1000 + 5 })).toEqual(["xb", "a1"]);
  });

  it("of executions go by time, or by ARN where that is asked for", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    await create(call, "p");
    const started: string[] = [];
    for (let i = 0; i < 5; i++) {
      clock.now += 1000;
      started.push(await start(call, "p"));
    }
    const arns = async (input: object) => {
      const { body } = await call("ListPipelineExecutions", { PipelineName: "p", ...input });
      const summaries = body.PipelineExecutionSummaries as { PipelineExecutionArn: string }[];
      return summaries.map(({ PipelineExecutionArn }) => PipelineExecutionArn);
    };
    expect(await arns({ SortBy: "CreationTime" })).toEqual(started.toReversed());
    expect(await arns({ SortBy: "PipelineExecutionArn", SortOrder: "Ascending" })).toEqual(started.toSorted());
  });

  it.each(["ListPipelines", "ListPipelineExecutions"])(
    "%s refuses an order that is none, and half an entry",
    async (operation) => {
      const { call } = regionAt({ now: begin });
      await create(call, "p");
      const refused = async (input: object) => {
        const { body } = await call(operation, { PipelineName: "p", ...input });
        return [body.__type, body.message];
      };
      const words = (text: string) => ["ValidationException", expect.stringContaining(text)];
      expect(await refused({ SortBy: "Nonsense" })).toEqual(
        words("at 'sortBy' failed to satisfy constraint: Member must satisfy enum value set"),
      );
      expect(await refused({ SortOrder: "Up" })).toEqual(words("at 'sortOrder'"));
      expect(await refused({ MaxResults: 1.5 })).toEqual(words("Member must be an integer"));
    },
  );

  it("refuse a token that is not theirs and a page of none", async () => {
    const { call } = regionAt({ now: begin });
    expect((await call("ListPipelines", { NextToken: "nonsense" })).body.message).toBe("Invalid NextToken.");
    expect((await call("ListPipelines", { MaxResults: 0 })).body.__type).toBe("ValidationException");
  });
});
