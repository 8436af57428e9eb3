import { afterAll, beforeAll, expect, it } from "vitest";
import { type BadLine, failSteps, openBadLine, roleArn, target } from "../../testing/badLine";
import { createStatefulAws } from "../../testing/statefulAws";

const aws = createStatefulAws();
let line: BadLine;
beforeAll(async () => {
  line = await openBadLine(aws, 0);
});
afterAll(() => line.close());

const arnOf = (pipeline: string) => `arn:aws:sagemaker:eu-west-1:111122223333:pipeline/${pipeline}`;
const token = () => crypto.randomUUID();
const wanted = { target, expression: "rate(1 day)", roleArn, parameters: [{ name: "P", value: "1" }] };
const client = () => line.newPage().client;

it("lists the schedules of one pipeline alone, with what they start it with, paused and resumed", async () => {
  const [mine, other] = [line.newName(), line.newName()];
  for (const each of [mine, other])
    await client().createSchedule({ ...wanted, pipelineArn: arnOf(each), name: each, token: token() });
  const listed = async () => {
    const result = await client().listSchedules({ target, pipelineArn: arnOf(mine) });
    return result.ok ? result.value.schedules : result.error;
  };
  const schedule = { name: mine, group: "default", expression: "rate(1 day)", roleArn, parameters: wanted.parameters };
  expect(await listed()).toMatchObject([{ ...schedule, enabled: true }]);
  for (const paused of [true, false]) {
    await client().pauseSchedule({ target, name: mine, group: "default", paused, token: token() });
    expect(await listed()).toMatchObject([{ ...schedule, enabled: !paused }]);
  }
});

it("refuses a schedule whose name is taken, and has none in the local region", async () => {
  const name = line.newName();
  const create = () => client().createSchedule({ ...wanted, pipelineArn: arnOf(name), name, token: token() });
  expect((await create()).ok).toBe(true);
  expect(await create()).toMatchObject({
    ok: false,
    error: { kind: "conflict", operation: "scheduler:CreateSchedule" },
  });
  const here = await client().listSchedules({ target: { kind: "local" }, pipelineArn: arnOf(name) });
  expect(here).toMatchObject({ ok: false, error: { kind: "unsupported" } });
});

it("gives, moves and takes away an alias, and moves none that someone else moved meanwhile", async () => {
  const pipeline = line.newName();
  await line.create(pipeline);
  for (const steps of [["A", "B"], ["C"]])
    await line.truth.write.updatePipeline({ PipelineName: pipeline, PipelineDefinition: failSteps(...steps) });
  const of = { target, pipelineArn: arnOf(pipeline), alias: "prod" };
  const owners = async () => {
    const listed = await client().listAliases({ target, pipeline });
    return listed.ok ? listed.value.aliases : listed.error;
  };
  expect(await client().moveAlias({ ...of, from: null, to: 1 })).toEqual({ ok: true, value: { version: 1 } });
  await client().moveAlias({ ...of, from: 1, to: 3 });
  expect(await owners()).toEqual([{ name: "prod", version: 3 }]);
  expect(await client().moveAlias({ ...of, from: 1, to: 2 })).toMatchObject({ ok: false, error: { kind: "stale" } });
  // To a version that is not there: it stays where it was.
  expect(await client().moveAlias({ ...of, from: 3, to: 9 })).toMatchObject({ ok: false, error: { unchanged: true } });
  expect(await owners()).toEqual([{ name: "prod", version: 3 }]);
  await client().moveAlias({ ...of, from: 3, to: null });
  expect(await owners()).toEqual([]);
});
