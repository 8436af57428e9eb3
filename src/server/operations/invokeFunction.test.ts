import { afterEach, beforeEach, expect, it } from "vitest";
import { type AwsLine, awsTarget, openAwsLine } from "../../testing/awsLine";
import { denied } from "../../testing/fakeAws";
import { invokeFunction } from "./invokeFunction";
import type { OperationContext } from "./operation";

const functionArn = "arn:aws:lambda:eu-west-1:111122223333:function:prep";

let line: AwsLine;
let answer: () => Readonly<Record<string, unknown>>;
beforeEach(async () => {
  line = await openAwsLine({ "lambda.Invoke": () => answer() });
});
afterEach(() => line.close());

const invoke = () =>
  invokeFunction({ target: awsTarget, functionArn, event: '{"n":1}' }, {
    regions: { region: async () => line.region },
  } as unknown as OperationContext);
const LogResult = Buffer.from("START\nreading 1\nEND\n").toString("base64");

it("calls the function once with the event: what it returned, and the end of its log", async () => {
  answer = () => ({ LogResult, Payload: '{"rows":2}' });
  expect(await invoke()).toEqual({ value: '{"rows":2}', failure: null, log: "START\nreading 1\nEND\n" });
  expect(line.aws.calls).toMatchObject([
    { name: "lambda.Invoke", input: { FunctionName: functionArn, LogType: "Tail", Payload: '{"n":1}' } },
  ]);
});

it("says why it failed, in the function's own words", async () => {
  const error = { errorType: "KeyError", errorMessage: "'n'", stackTrace: ['  File "/var/task/a.py", line 2'] };
  answer = () => ({ FunctionError: "Unhandled", Payload: JSON.stringify(error) });
  expect(await invoke()).toMatchObject({ value: null, failure: "KeyError: 'n'\n  File \"/var/task/a.py\", line 2" });
});

it("is sent once, and says what is denied", async () => {
  answer = () => {
    throw denied("lambda:InvokeFunction");
  };
  await expect(invoke()).rejects.toMatchObject({ error: { kind: "accessDenied", operation: "Invoke" } });
  expect(line.aws.calls).toHaveLength(1);
});
