import { expect, it } from "vitest";
import { begin, create, regionAt, start, token } from "../testing/regionCalls";

const train = {
  Name: "Train",
  Type: "Training",
  Arguments: {},
  RetryPolicies: [{ ExceptionType: ["SageMaker.CAPACITY_ERROR"], IntervalSeconds: 30, BackoffRate: 2, MaxAttempts: 3 }],
};

async function runWith(asked: string) {
  const clock = { now: begin };
  const { call } = regionAt(clock);
  await create(call, "p", [train]);
  const PipelineExecutionArn = await start(call, "p", { PipelineExecutionDescription: `stepwire:fail=${asked}` });
  return async (after: number) => {
    clock.now = begin + after;
    const { body } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn });
    const [step] = body.PipelineExecutionSteps as Record<string, unknown>[];
    return [step?.StepStatus, step?.AttemptCount, step?.FailureReason];
  };
}

it("a step that fails for want of capacity is tried again as its policy says, and may succeed", async () => {
  const at = await runWith("Train:SageMaker.CAPACITY_ERROR*2");
  expect(await at(200)).toEqual(["Executing", 1, undefined]);
  expect(await at(800)).toEqual(["Executing", 2, undefined]);
  expect(await at(1600)).toEqual(["Executing", 3, undefined]);
  expect(await at(2000)).toEqual(["Succeeded", 3, undefined]);
});

it("it fails when its tries are used up, with the error that it ended in", async () => {
  const at = await runWith("Train:SageMaker.CAPACITY_ERROR");
  expect(await at(10_000)).toEqual(["Failed", 4, "SageMaker.CAPACITY_ERROR"]);
});

it("it is not tried again after an error that no policy names", async () => {
  const at = await runWith("Train:SageMaker.RESOURCE_LIMIT.");
  expect(await at(10_000)).toEqual(["Failed", 1, "SageMaker.RESOURCE_LIMIT"]);
});

it("throttling is retried without a policy", async () => {
  const at = await runWith("Train:Step.THROTTLING*1,Other");
  expect(await at(10_000)).toEqual(["Succeeded", 2, undefined]);
});

it("the times of each try are told, with why it failed, those of before a retry of the execution too", async () => {
  const clock = { now: begin };
  const { call, region } = regionAt(clock);
  await create(call, "p", [train]);
  const of = { PipelineExecutionDescription: "stepwire:fail=Train:SageMaker.CAPACITY_ERROR" };
  const PipelineExecutionArn = await start(call, "p", of);
  const triesAt = (after: number) => {
    clock.now = begin + after;
    return region
      .stepDetails(PipelineExecutionArn, "Train")
      ?.attempts.map(({ began, ended, reason }) => [began - begin, ended === null ? null : ended - begin, reason]);
  };
  const reason = "SageMaker.CAPACITY_ERROR";
  expect(triesAt(200)).toEqual([[0, null, null]]);
  expect(triesAt(800)).toEqual([
    [0, 500, reason],
    [750, null, null],
  ]);
  const failed = [
    [0, 500, reason],
    [750, 1250, reason],
    [1500, 2000, reason],
    [2250, 2750, reason],
  ];
  expect(triesAt(10_000)).toEqual(failed);
  await call("RetryPipelineExecution", { PipelineExecutionArn, ClientRequestToken: token("again") });
  expect(triesAt(20_000)).toEqual([...failed, [10_000, 10_500, null]]);
});
