/**
 * Nothing is done twice and nothing is said that is not so, of the operations that came after deploy, start and stop: aliases, retry, a start
 * of some steps, callbacks, schedules, and what goes through S3.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppError } from "../../contract/appError";
import type { Result } from "../../contract/operations";
import { type BadLine, each, failSteps, on, openBadLine, type Page, roleArn, target } from "../../testing/badLine";
import { onceWhereverTheLineBreaks, type TriedOperation } from "../../testing/everyMoment";
import { isFull, noteFaults } from "../../testing/fullTier";
import { createStatefulAws } from "../../testing/statefulAws";
import { faultCases, isQuick, triedKinds } from "./faults.cases";

const aws = createStatefulAws();
let line: BadLine;
beforeAll(async () => {
  // Steps take no time, so that what a callback or a retry comes to can be seen at once.
  line = await openBadLine(aws, 0);
});
afterAll(() => line.close());

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: AppError };

interface Operation extends TriedOperation {
  press(pipeline: string, page: Page): Promise<Answer>;
  /** Refusals in another form than this service's are no refusals. */
  readonly readsOtherErrors?: false;
}

const done = ({ ok, ...rest }: Result<unknown>): Answer => (ok ? { ok } : { ok, ...(rest as { error: AppError }) });
const arnOf = (pipeline: string) => `arn:aws:sagemaker:eu-west-1:111122223333:pipeline/${pipeline}`;
const token = () => crypto.randomUUID();
const lambda = (Name: string, more: object = {}) => ({
  ...{ Name, Type: "Lambda", Arguments: {}, FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:a" },
  ...more,
});

async function deployTruly(pipeline: string, ...steps: object[]): Promise<void> {
  const PipelineDefinition = JSON.stringify({ Version: "2020-12-01", Steps: steps });
  const made = { PipelineName: pipeline, PipelineDefinition, RoleArn: roleArn };
  await line.truth.write.createPipeline({ ...made, ClientRequestToken: token() });
}

async function startTruly(pipeline: string, PipelineExecutionDescription?: string): Promise<void> {
  const started = { PipelineName: pipeline, PipelineExecutionDescription, ClientRequestToken: token() };
  await line.truth.write.startPipelineExecution(started);
}

const executionsOf = async (pipeline: string) => {
  const listed = await line.truth.read.listPipelineExecutions({ PipelineName: pipeline });
  return listed.PipelineExecutionSummaries ?? [];
};
const newestOf = async (pipeline: string) => (await executionsOf(pipeline))[0]?.PipelineExecutionArn ?? "";

async function stepOf(pipeline: string) {
  const listed = await line.truth.read.listPipelineExecutionSteps({ PipelineExecutionArn: await newestOf(pipeline) });
  return listed.PipelineExecutionSteps?.[0];
}

const callback = {
  ...{ Name: "Ask", Type: "Callback", Arguments: {}, OutputParameters: [] },
  SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/q",
};

/** The token as it was before the answer, by pipeline: an answered callback has none. */
const tokens = new Map<string, string>();

function answering(outputs: [] | null): Operation {
  return {
    call: `SendPipelineExecutionStep${outputs === null ? "Failure" : "Success"}`,
    prepare: async (pipeline) => {
      await deployTruly(pipeline, callback);
      await startTruly(pipeline);
      tokens.set(pipeline, (await stepOf(pipeline))?.Metadata?.Callback?.CallbackToken ?? "");
    },
    key: async (pipeline) => tokens.get(pipeline) ?? "",
    press: async (pipeline, page) => {
      const given = outputs === null ? { outputs, failureReason: "no" } : { outputs };
      const of = { target, callbackToken: tokens.get(pipeline) ?? "", ...given };
      return done(await page.tokens.with(`a.${pipeline}`, (token) => page.client.answerCallback({ ...of, token })));
    },
    effects: async (pipeline) => ((await stepOf(pipeline))?.StepStatus === "Executing" ? 0 : 1),
  };
}

const schedule = (pipeline: string) => ({
  ...{ target, pipelineArn: arnOf(pipeline), name: pipeline, expression: "rate(1 day)", roleArn, parameters: [] },
});
const largeSteps = failSteps(`A${"x".repeat(20)}`).replace('"no"', JSON.stringify("n".repeat(110_000)));

const operations: Readonly<Record<string, Operation>> = {
  "alias moved": {
    call: "UpdatePipelineVersion",
    prepare: async (pipeline) => {
      await line.create(pipeline);
      await line.truth.write.updatePipeline({ PipelineName: pipeline, PipelineDefinition: failSteps("A", "B") });
      const page = line.newPage();
      await page.client.moveAlias({ target, pipelineArn: arnOf(pipeline), alias: "prod", from: null, to: 1 });
    },
    press: async (pipeline, { client }) =>
      done(await client.moveAlias({ target, pipelineArn: arnOf(pipeline), alias: "prod", from: 1, to: 2 })),
    effects: async (pipeline) => {
      const listed = await line.newPage().client.listAliases({ target, pipeline });
      const owners = listed.ok ? listed.value.aliases.map(({ version }) => version) : [];
      return owners.length === 1 ? (owners[0] ?? 0) - 1 : owners.length + 10;
    },
  },
  "start of some steps": {
    call: "StartPipelineExecution",
    prepare: (pipeline) => deployTruly(pipeline, lambda("A"), lambda("B")),
    press: async (pipeline, { client, tokens: kept }) => {
      const of = { target, pipeline, parameters: [], only: { steps: ["A"], source: null } };
      return done(await kept.with(`s.${pipeline}`, (token) => client.startExecution({ ...of, token })));
    },
    effects: async (pipeline) => (await executionsOf(pipeline)).length,
  },
  retry: {
    call: "RetryPipelineExecution",
    prepare: async (pipeline) => {
      await deployTruly(pipeline, lambda("A"));
      await startTruly(pipeline, "stepwire:fail=A");
    },
    press: async (pipeline, { client, tokens: kept }) => {
      const executionArn = await newestOf(pipeline);
      return done(await kept.with(`r.${pipeline}`, (token) => client.retryExecution({ target, executionArn, token })));
    },
    effects: async (pipeline) => ((await stepOf(pipeline))?.StepStatus === "Failed" ? 0 : 1),
  },
  "callback approved": answering([]),
  "callback rejected": answering(null),
  "schedule created": {
    call: "scheduler.CreateSchedule",
    press: async (pipeline, { client, tokens: kept }) =>
      done(await kept.with(`c.${pipeline}`, (token) => client.createSchedule({ ...schedule(pipeline), token }))),
    effects: async (pipeline) => aws.schedules.get(pipeline)?.made ?? 0,
  },
  "schedule paused": {
    call: "scheduler.UpdateSchedule",
    prepare: async (pipeline) => {
      await line.newPage().client.createSchedule({ ...schedule(pipeline), timezone: "Europe/Berlin", token: token() });
    },
    press: async (pipeline, { client, tokens: kept }) => {
      const of = { target, name: pipeline, group: "default", paused: true };
      return done(await kept.with(`p.${pipeline}`, (token) => client.pauseSchedule({ ...of, token })));
    },
    effects: async (pipeline) => {
      const input: Readonly<Record<string, unknown>> = aws.schedules.get(pipeline)?.input ?? {};
      // What an update leaves out is reset: all that was there has to be there still.
      const { ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow, Target } = input;
      const all = [ScheduleExpression, ScheduleExpressionTimezone, FlexibleTimeWindow, Target];
      if (all.includes(undefined)) return 99;
      return input.State === "DISABLED" ? 1 : 0;
    },
  },
  "upload of a large definition": {
    call: "s3.PutObject",
    readsOtherErrors: false,
    press: async (pipelineName, { client, tokens: kept }) => {
      const intent = { target, pipelineName, definition: largeSteps, roleArn, bucket: "definitions" };
      const plan = await client.plan(intent);
      if (!plan.ok) return plan;
      const { fingerprint: approved } = plan.value;
      return done(await kept.with(`d.${approved}`, (token) => client.deploy({ ...intent, approved, token })));
    },
    effects: (pipeline) => line.countVersions(pipeline),
  },
};

const kinds = isFull ? faultCases : faultCases.filter(isQuick);

describe("an operation on a bad line", () => {
  it("is done once, and what is said of it is so", { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    const all = kinds.flatMap((one) => Object.keys(operations).map((name) => ({ ...one, what: one.name, name })));
    expect(all.length).toBeGreaterThan(100);
    await each(all, async ({ name, what, fault: planned, refusal, hangs = false }) => {
      const operation = operations[name];
      if (operation === undefined || (refusal !== undefined && operation.readsOtherErrors === false)) return;
      const pipeline = line.newName();
      await operation.prepare?.(pipeline);
      const { page, fault } = hangs ? line.pageThatWaits(planned) : { page: line.newPage(), fault: planned };
      line.proxy.meet((await operation.key?.(pipeline)) ?? pipeline, on(operation.call, fault));
      const first = await operation.press(pipeline, page);
      const said = first.ok ? "done" : first.error.kind === "uncertain" ? "unknown" : "not done";
      const effects = await operation.effects(pipeline);
      const note = (why: string) => wrong.push(`${name}, ${what}: ${why} (said ${said}: ${JSON.stringify(first)})`);
      if (said === "done" && effects !== 1) note(`done ${effects} times`);
      if (said === "not done" && effects !== 0) note(`it is there (${effects})`);
      // All of these are sent again with their token, or read back: what became of them is always known here.
      if (refusal === undefined ? said !== "done" : said !== "not done") note("expected otherwise");
      if (!first.ok && !(await operation.press(pipeline, page)).ok) note("failed again");
      const atTheEnd = await operation.effects(pipeline);
      if (atTheEnd !== 1) note(`${atTheEnd} times at the end`);
    });
    noteFaults(
      "kinds of fault × aliases, retries, starts of some steps, callbacks, schedules and uploads, the same",
      wrong.length,
      all.length,
    );
    expect(wrong).toEqual([]);
  });

  onceWhereverTheLineBreaks("these", () => line, operations, triedKinds);
});
