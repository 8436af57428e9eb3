import { describe, expect, it } from "vitest";
import { begin, type Call, create, definitionOf, lambda, regionAt, start, token } from "../testing/regionCalls";

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

  it("runs with a default that is empty, which a given value may not be", async () => {
    const clock = { now: begin };
    const { call } = regionAt(clock);
    const reader = lambda("A", { Arguments: { prefix: { Get: "Parameters.Prefix" } } });
    const PipelineDefinition = definitionOf([reader], [{ Name: "Prefix", Type: "String", DefaultValue: "" }]);
    await create(call, "p", [], { PipelineDefinition });
    const arn = await start(call, "p");
    clock.now += 1000;
    expect(await statuses(call, arn)).toEqual({ A: "Succeeded" });
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
