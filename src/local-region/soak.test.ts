/** A region that works for an hour, asked as clients ask it: what it keeps is its records, and an answer costs what it did. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { corpusText } from "../testing/fixtures";
import { isFull, noteFaults, noteFigure, tries } from "../testing/fullTier";
import { definitionOf, lambda, role, token } from "../testing/regionCalls";
import { type ProcessUse, type RegionProcess, type RegionProgram, regionProgram } from "../testing/regionProcess";

const pipelines = tries(20, 1_000);
const executions = tries(30, 5_000);
/** An hour; less where `--minutes` says so, which is told. */
const minutes = Math.min(60, Number(process.env.STEPWIRE_MINUTES ?? 60));
const lasts = tries(3_000, minutes * 60_000);
/** In the last sixth nothing new is started. */
const startsFor = (lasts * 5) / 6;

let program: RegionProgram;
beforeAll(async () => {
  program = await regionProgram({ Prep: "exports.handler = async () => ({ n: 1 });\n" }, tries(0.5, 2));
}, 60_000);
afterAll(() => program.remove(), 120_000);

/** What a region that has done so many calls uses. */
interface Moment extends ProcessUse {
  readonly calls: number;
  readonly started: number;
}

/** A client that starts, follows, stops, retries and deploys anew, and counts its calls and what was answered wrongly. */
function clientOf({ call, use }: RegionProcess) {
  const wrong: string[] = [];
  let calls = 0;
  let started = 0;
  const ask = (operation: string, input: object) => {
    calls++;
    return call(operation, input);
  };

  async function follow(PipelineExecutionArn: string, wanted: string): Promise<void> {
    for (let looks = 0; ; looks++) {
      const { PipelineExecutionStatus: status } = await ask("DescribePipelineExecution", { PipelineExecutionArn });
      await ask("ListPipelineExecutionSteps", { PipelineExecutionArn });
      if (!/ing$/.test(String(status)) || looks === 120) {
        if (status !== wanted) wrong.push(`${PipelineExecutionArn}: ${status}, not ${wanted}`);
        return;
      }
      await pause(1000);
    }
  }

  async function execute(number: number): Promise<void> {
    // Every twentieth runs code; a quarter of the rest is of one pipeline, whose list grows long.
    const PipelineName = number % 20 === 7 ? "handled" : number % 4 === 0 ? nameOf(0) : nameOf(number % pipelines);
    const fails = number % 10 === 3;
    const { PipelineExecutionArn } = await ask("StartPipelineExecution", {
      ...{ PipelineName, ClientRequestToken: token(`s${number}`) },
      ...(fails ? { PipelineExecutionDescription: "stepwire:fail=Train" } : {}),
    });
    started++;
    const arn = String(PipelineExecutionArn);
    if (number % 10 === 5) {
      await ask("StopPipelineExecution", { PipelineExecutionArn: arn, ClientRequestToken: token(`t${number}`) });
      return follow(arn, "Stopped");
    }
    await follow(arn, fails ? "Failed" : "Succeeded");
    if (number % 10 === 9)
      await ask("UpdatePipeline", { PipelineName: nameOf(number % pipelines), PipelineDescription: `of ${number}` });
    if (number % 10 === 1) {
      await ask("ListPipelines", { MaxResults: 50 });
      await ask("ListPipelineExecutions", { PipelineName, MaxResults: 50 });
    }
  }

  return {
    wrong,
    ask,
    execute: (number: number) => execute(number).catch((error) => wrong.push(`execution ${number}: ${error}`)),
    moment: async (): Promise<Moment> => ({ ...(await use()), calls, started }),
  };
}

const nameOf = (number: number) => `p${number}`;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

it("keeps nothing but its records, however long it works", { timeout: lasts * 2 + 600_000 }, async () => {
  const region = await program.start();
  const client = clientOf(region);
  const PipelineDefinition = corpusText("lambda-training-model");
  for (let number = 0; number < pipelines; number++)
    await client.ask("CreatePipeline", { PipelineName: nameOf(number), RoleArn: role, PipelineDefinition });
  await client.ask("CreatePipeline", {
    ...{ PipelineName: "handled", RoleArn: role },
    PipelineDefinition: definitionOf([lambda("Prep")]),
  });

  const begun = performance.now();
  const passed = () => performance.now() - begun;
  const moments: Moment[] = [];
  const under: Promise<unknown>[] = [];
  for (let number = 0; number < executions; number++) {
    await pause(Math.max(0, (startsFor * number) / executions - passed()));
    if (number % (executions / 10) === executions / 10 - 1) moments.push(await client.moment());
    const one = client.execute(number).finally(() => void under.splice(under.indexOf(one), 1));
    under.push(one);
  }
  await Promise.all(under);
  const started = await client.moment();
  // Only asked from here on, for what ended long ago.
  const { PipelineExecutionSummaries } = await client.ask("ListPipelineExecutions", { PipelineName: nameOf(0) });
  const old = PipelineExecutionSummaries as readonly { readonly PipelineExecutionArn: string }[];
  for (let look = 0; passed() < lasts; look++) {
    const { PipelineExecutionArn } = old[look % old.length] ?? { PipelineExecutionArn: "" };
    await client.ask("DescribePipelineExecution", { PipelineExecutionArn });
    await client.ask("ListPipelineExecutionSteps", { PipelineExecutionArn });
    await client.ask("ListPipelines", { MaxResults: 50 });
    await pause(100);
  }
  const ended = await client.moment();
  await region.kill();

  noteFaults(
    "executions of a soak that were refused, or ended otherwise than they had to",
    client.wrong.length,
    executions,
  );
  expect(client.wrong).toEqual([]);
  expect(ended.started).toBe(executions);
  if (!isFull) return;
  const missed = figuresOf([...moments, started], ended).filter(({ isMet }) => !isMet);
  expect(missed.filter(({ goal }) => goal !== "60")).toEqual([]);
});

/** Notes and returns what has to stay level. */
function figuresOf(moments: readonly Moment[], ended: Moment) {
  const [first, middle, last] = [moments[0], moments[4], moments.at(-1)] as [Moment, Moment, Moment];
  const mebibytes = (moment: Moment) => `${moment.heap.toFixed(1)} (resident ${moment.resident.toFixed(0)})`;
  const each = (from: Moment, to: Moment) => ((to.heap - from.heap) * 1024) / (to.started - from.started);
  const [before, after] = [each(first, middle), each(middle, last)];
  const cost = (from: Moment, to: Moment) => (to.worked - from.worked) / (to.calls - from.calls);
  const [atFirst, atLast] = [cost(first, moments[1] as Moment), cost(moments[8] as Moment, moments[9] as Moment)];
  const figures = [
    { what: "minutes that the region worked", goal: "60", measured: `${minutes}`, isMet: minutes >= 60 },
    {
      what: `${pipelines.toLocaleString("en")} pipelines, ${executions.toLocaleString("en")} executions, ${minutes} minutes: heap at the start, in the middle, at the end, in MiB`,
      goal: "what its records take: at most 6 KiB an execution",
      measured: `${mebibytes(first)}, ${mebibytes(middle)}, ${mebibytes(last)}: ${before.toFixed(1)} KiB an execution in the first half, ${after.toFixed(1)} in the second`,
      isMet: before < 6 && after < 6,
    },
    {
      what: "the same, in the last sixth of that time, in which it was only asked",
      goal: "level: at most 1 MiB more",
      measured: `${(ended.heap - last.heap).toFixed(1)} MiB in ${(ended.calls - last.calls).toLocaleString("en")} calls`,
      isMet: ended.heap - last.heap < 1,
    },
    {
      what: "the same, processor time of an answer at the start and at the end",
      goal: "at most ×2",
      measured: `${atFirst.toFixed(2)} and ${atLast.toFixed(2)} ms, ×${(atLast / atFirst).toFixed(1)}`,
      isMet: atLast / atFirst <= 2,
    },
  ];
  for (const figure of figures) noteFigure(figure);
  return figures;
}
