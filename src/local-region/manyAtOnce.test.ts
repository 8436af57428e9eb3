import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { corpusText } from "../testing/fixtures";
import { begin, type Call, create, regionAt } from "../testing/regionCalls";
import { recently } from "./recently";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

function heapInMiB(): number {
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

const names = Array.from({ length: 1000 }, (_, index) => `p${index}`);

/** Starts an execution of each of the first 200 pipelines; their ARNs. */
async function startAll(call: Call): Promise<readonly string[]> {
  const started: string[] = [];
  for (const PipelineName of names.slice(0, 200)) {
    const { body } = await call("StartPipelineExecution", { PipelineName });
    started.push(String(body.PipelineExecutionArn));
  }
  return started;
}

async function followAll(call: Call, arns: readonly string[]): Promise<readonly unknown[]> {
  const statuses: unknown[] = [];
  for (const PipelineExecutionArn of arns) {
    const { body } = await call("DescribePipelineExecution", { PipelineExecutionArn });
    await call("ListPipelineExecutionSteps", { PipelineExecutionArn });
    statuses.push(body.PipelineExecutionStatus);
  }
  return statuses;
}

it("a thousand pipelines and 200 executions at once are followed without growing memory", async () => {
  const clock = { now: begin };
  const { call } = regionAt(clock);
  const PipelineDefinition = corpusText("lambda-training-model");
  for (const name of names) await create(call, name, [], { PipelineDefinition });
  const arns = await startAll(call);
  await followAll(call, arns);
  const followed = heapInMiB();
  for (let round = 0; round < 5; round++) {
    clock.now += 200;
    await followAll(call, arns);
  }
  expect(heapInMiB() - followed).toBeLessThan(2);
  clock.now += 60_000;
  expect(new Set(await followAll(call, arns))).toEqual(new Set(["Succeeded"]));

  // What has ended costs its record, in KiB, not what was worked out of it: 4 where nothing of that is kept, 9 where all of it is.
  const before = heapInMiB();
  for (let day = 0; day < 3; day++) {
    clock.now += 60_000;
    await followAll(call, await startAll(call));
  }
  const each = ((heapInMiB() - before) * 1024) / 600;
  expect(each).toBeLessThan(6);
}, 120_000);

it("what was asked about last is remembered, and the rest worked out again", () => {
  const worked: string[] = [];
  const nameOf = recently(2, ({ name }: { name: string }, _other: number) => {
    worked.push(name);
    return name;
  });
  const [a, b, c] = [{ name: "a" }, { name: "b" }, { name: "c" }];
  for (const one of [a, b, a, c, a, b]) nameOf(one, 1);
  expect(worked).toEqual(["a", "b", "c", "b"]);
  nameOf(b, 2);
  expect(worked).toEqual(["a", "b", "c", "b", "b"]);
});
