import { afterEach, beforeEach, expect, it } from "vitest";
import type { AwsLine } from "../../testing/awsLine";
import { awsTarget, openAwsLine } from "../../testing/awsLine";
import { AwsRefusal, denied } from "../../testing/fakeAws";
import type { OperationContext } from "./operation";
import { stepLog } from "./stepLog";

const job = "arn:aws:sagemaker:eu-west-1:111122223333:training-job/pipelines-abc-train-x1";
const executionArn = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/p/execution/abcdefghijkl";
const begun = Date.parse("2026-11-29T10:00:00Z");
const steps = [
  { StepName: "Train", Metadata: { TrainingJob: { Arn: job } } },
  { StepName: "Prep", Metadata: { Lambda: { Arn: "arn:aws:lambda:eu-west-1:111122223333:function:prep:7" } } },
  { StepName: "Check", Metadata: { Condition: { Outcome: "True" } } },
].map((step) => ({ ...step, StepStatus: "Failed", StartTime: begun / 1000, EndTime: begun / 1000 + 60 }));

let line: AwsLine;
let answer: (input: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
const contextOf = ({ region }: AwsLine) => {
  const listed = async () => ({
    PipelineExecutionSteps: steps.map(({ StartTime, EndTime, ...step }) => ({
      ...step,
      StartTime: new Date(StartTime * 1000),
      EndTime: new Date(EndTime * 1000),
    })),
  });
  const read = new Proxy(region.read, {
    get: (of, name) => (name === "listPipelineExecutionSteps" ? listed : Reflect.get(of, name)),
  });
  return { regions: { region: async () => ({ ...region, read }) } } as unknown as OperationContext;
};
const logOf = (step: string, more: object = {}) =>
  stepLog({ target: awsTarget, executionArn, step, ...more }, contextOf(line));
const asked = () => line.aws.calls.filter(({ name }) => name === "logs.FilterLogEvents").map(({ input }) => input);

beforeEach(async () => {
  answer = () => ({ events: [{ eventId: "1", timestamp: begun + 5, message: "epoch 1\n" }], nextToken: "more" });
  line = await openAwsLine({ "logs.FilterLogEvents": (input) => answer(input) });
});
afterEach(() => line.close());

it("of a job is read from the streams that begin with its name, page by page", async () => {
  expect(await logOf("Train")).toEqual({
    where: "/aws/sagemaker/TrainingJobs",
    lines: [{ id: "1", at: "2026-11-29T10:00:00.005Z", text: "epoch 1" }],
    next: "more",
  });
  await logOf("Train", { next: "more", after: begun + 5 });
  expect(asked()).toMatchObject([
    {
      logGroupName: "/aws/sagemaker/TrainingJobs",
      logStreamNamePrefix: "pipelines-abc-train-x1/",
      startTime: begun,
      endTime: begun + 120_000,
    },
    { nextToken: "more", startTime: begun + 5 },
  ]);
});

it("of a function is read from its group for the time of the step", async () => {
  expect(await logOf("Prep")).toMatchObject({ where: "/aws/lambda/prep" });
  expect(asked()[0]).not.toHaveProperty("logStreamNamePrefix");
});

it("is none where no code runs, empty before the first line, and said to be denied where it is", async () => {
  expect(await logOf("Check")).toEqual({ where: null, lines: [], next: null });
  expect(asked()).toEqual([]);
  answer = () => {
    throw new AwsRefusal(400, "ResourceNotFoundException", "The specified log group does not exist.");
  };
  expect(await logOf("Train")).toEqual({ where: "/aws/sagemaker/TrainingJobs", lines: [], next: null });
  answer = () => {
    throw denied("logs:FilterLogEvents");
  };
  await expect(logOf("Train")).rejects.toMatchObject({ error: { kind: "accessDenied", operation: "FilterLogEvents" } });
});
