import { beforeEach, describe, expect, it } from "vitest";
import { begin, type Call, create, lambda, regionAt, start, token } from "../testing/regionCalls";

const queue = "https://sqs.eu-west-1.amazonaws.com/111122223333/approvals";
const wait = (Name: string, more: object = {}) => ({
  Name,
  Type: "Callback",
  Arguments: { model: "m" },
  SqsQueueUrl: queue,
  OutputParameters: [
    { OutputName: "approved", OutputType: "Boolean" },
    { OutputName: "score", OutputType: "Float" },
  ],
  ...more,
});
const after = lambda("After", { Arguments: { score: { Get: "Steps.Approve.OutputParameters['score']" } } });

const clock = { now: begin };
let call: Call;
beforeEach(() => {
  clock.now = begin;
  call = regionAt(clock).call;
});

interface Listed {
  readonly StepName: string;
  readonly StepStatus: string;
  readonly FailureReason?: string;
  readonly StartTime: number;
  readonly Metadata?: { readonly Callback?: Readonly<Record<string, unknown>> };
}
const stepsOf = async (PipelineExecutionArn: string) => {
  const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn, SortOrder: "Ascending" });
  return body.PipelineExecutionSteps as Listed[];
};
const statuses = async (arn: string) =>
  Object.fromEntries((await stepsOf(arn)).map(({ StepName, StepStatus }) => [StepName, StepStatus]));
const statusOf = async (PipelineExecutionArn: string) =>
  (await call("DescribePipelineExecution", { PipelineExecutionArn })).body.PipelineExecutionStatus;
const tokenOf = async (arn: string, step = "Approve") =>
  String((await stepsOf(arn)).find(({ StepName }) => StepName === step)?.Metadata?.Callback?.CallbackToken);
const succeed = (CallbackToken: string, outputs: Readonly<Record<string, string>> = {}, more: object = {}) =>
  call("SendPipelineExecutionStepSuccess", {
    CallbackToken,
    OutputParameters: Object.entries(outputs).map(([Name, Value]) => ({ Name, Value })),
    ...more,
  });
const fail = (CallbackToken: string, FailureReason: string) =>
  call("SendPipelineExecutionStepFailure", { CallbackToken, FailureReason });

async function waiting(): Promise<string> {
  await create(call, "p", [wait("Approve"), after]);
  const arn = await start(call, "p");
  clock.now += 60_000;
  return arn;
}

describe("a callback", () => {
  it("waits for its answer, however long, with a token and the queue that its message goes to", async () => {
    const arn = await waiting();
    clock.now += 24 * 60 * 60 * 1000;
    const [step, ...others] = await stepsOf(arn);
    expect(others).toEqual([]);
    expect(step).toMatchObject({ StepStatus: "Executing" });
    expect(step).not.toHaveProperty("EndTime");
    const CallbackToken = expect.stringMatching(/^[A-Za-z0-9]{10}$/);
    expect(step?.Metadata).toEqual({ Callback: { CallbackToken, SqsQueueUrl: queue, OutputParameters: [] } });
    expect(await statusOf(arn)).toBe("Executing");
    expect((await call("DeletePipeline", { PipelineName: "p" })).body.__type).toBe("ConflictException");
  });

  it("succeeds with the outputs that it is sent, typed as it declares them, and what comes after goes on", async () => {
    const arn = await waiting();
    const answered = clock.now;
    const sent = await succeed(await tokenOf(arn), { approved: "True", score: "0.75" });
    expect(sent.body).toEqual({ PipelineExecutionArn: arn });
    clock.now += 10_000;
    const [callback, next] = await stepsOf(arn);
    expect(callback).toMatchObject({ StepStatus: "Succeeded", EndTime: answered / 1000 });
    expect(callback?.Metadata?.Callback?.OutputParameters).toEqual([
      { Name: "approved", Value: "true" },
      { Name: "score", Value: "0.75" },
    ]);
    expect(next).toMatchObject({ StepName: "After", StepStatus: "Succeeded", StartTime: answered / 1000 });
    expect(await statusOf(arn)).toBe("Succeeded");
  });

  it("fails with the reason that it is sent; a retry asks again with another token", async () => {
    const arn = await waiting();
    const first = await tokenOf(arn);
    await fail(first, "The reviewer said no.");
    clock.now += 1000;
    expect((await stepsOf(arn))[0]).toMatchObject({ StepStatus: "Failed", FailureReason: "The reviewer said no." });
    expect(await statusOf(arn)).toBe("Failed");
    await call("RetryPipelineExecution", { PipelineExecutionArn: arn });
    clock.now += 1000;
    expect(await statuses(arn)).toEqual({ Approve: "Executing" });
    const second = await tokenOf(arn);
    expect(second).not.toBe(first);
    expect((await succeed(first)).body.__type).toBe("ResourceNotFound");
    await succeed(second, { score: "1" });
    clock.now += 1000;
    expect(await statusOf(arn)).toBe("Succeeded");
  });

  it("fails where an output is not of the type that it declares", async () => {
    const arn = await waiting();
    await succeed(await tokenOf(arn), { score: "high" });
    clock.now += 1000;
    expect((await stepsOf(arn))[0]?.FailureReason).toBe(
      `ClientError: Output parameter 'score' value "high" is not of type Float.`,
    );
  });

  it("leaves who reads an output that was not sent without a value", async () => {
    const arn = await waiting();
    await succeed(await tokenOf(arn), { approved: "true" });
    clock.now += 1000;
    expect((await stepsOf(arn))[1]).toMatchObject({
      StepStatus: "Failed",
      FailureReason: expect.stringContaining("Steps.Approve.OutputParameters['score']"),
    });
  });

  it("has a token of its own beside another one, and in each iteration of a ForEach", async () => {
    const Arguments = { IterableItems: ["a", "b"], MaxConcurrency: 2, ForEachBody: [wait("Each")] };
    await create(call, "p", [wait("One"), { Name: "Loop", Type: "ForEach", Arguments }]);
    const arn = await start(call, "p");
    clock.now += 1000;
    const tokens = await Promise.all(["One", "Each-0", "Each-1"].map((step) => tokenOf(arn, step)));
    expect(new Set(tokens).size).toBe(3);
    await succeed(tokens[1] ?? "", { score: "1" });
    clock.now += 1000;
    expect(await statuses(arn)).toMatchObject({ "Each-0": "Succeeded", "Each-1": "Executing", Loop: "Executing" });
    await fail(tokens[2] ?? "", "no");
    clock.now += 1000;
    expect(await statuses(arn)).toMatchObject({ "Each-1": "Failed", Loop: "Failed", One: "Executing" });
  });

  it("keeps a stopped execution Stopping until it is answered, and then nothing more runs", async () => {
    const arn = await waiting();
    await call("StopPipelineExecution", { PipelineExecutionArn: arn, ClientRequestToken: token("x") });
    clock.now += 60_000;
    expect([await statusOf(arn), await statuses(arn)]).toEqual(["Stopping", { Approve: "Stopping" }]);
    expect((await call("RetryPipelineExecution", { PipelineExecutionArn: arn })).body.__type).toBe(
      "ValidationException",
    );
    await succeed(await tokenOf(arn), { score: "1" });
    clock.now += 1000;
    expect([await statusOf(arn), await statuses(arn)]).toEqual(["Stopped", { Approve: "Stopped" }]);
  });

  it("is answered once: the same request with the same token again gives the same, anything else is refused", async () => {
    const arn = await waiting();
    const callback = await tokenOf(arn);
    const ClientRequestToken = token("c");
    const one = await succeed(callback, { score: "1" }, { ClientRequestToken });
    expect(await succeed(callback, { score: "1" }, { ClientRequestToken })).toEqual(one);
    expect((await succeed(callback, { score: "2" }, { ClientRequestToken })).body.__type).toBe("ConflictException");
    const late = await fail(callback, "too late");
    expect([late.body.__type, late.body.message]).toEqual([
      "ValidationException",
      expect.stringContaining("was answered before"),
    ]);
    clock.now += 1000;
    expect(await statusOf(arn)).toBe("Succeeded");
  });

  it.each<[string, object, string]>([
    ["a token of another length", { CallbackToken: "short" }, "ValidationException"],
    ["signs that no token has", { CallbackToken: "abc-def-gh" }, "ValidationException"],
    ["a token that nobody was given", { CallbackToken: "0123456789" }, "ResourceNotFound"],
    ["no token", {}, "ValidationException"],
  ])("is not answered with %s", async (_what, input, code) => {
    await waiting();
    for (const operation of ["SendPipelineExecutionStepSuccess", "SendPipelineExecutionStepFailure"])
      expect((await call(operation, input)).body.__type).toBe(code);
  });

  it("refuses a reason of more than 256 characters, and an output twice", async () => {
    const arn = await waiting();
    const callback = await tokenOf(arn);
    expect((await fail(callback, "x".repeat(257))).body.__type).toBe("ValidationException");
    const OutputParameters = ["1", "2"].map((Value) => ({ Name: "score", Value }));
    expect(
      (await call("SendPipelineExecutionStepSuccess", { CallbackToken: callback, OutputParameters })).body.__type,
    ).toBe("ValidationException");
    expect(await statuses(arn)).toEqual({ Approve: "Executing" });
  });
});
