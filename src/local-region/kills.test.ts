/** The region ended at any moment, as a power cut would: what was acknowledged is there, and no handler runs twice or goes on alone. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { inTurn, noteFaults, tries } from "../testing/fullTier";
import { lambda, role, token } from "../testing/regionCalls";
import { type RegionProcess, type RegionProgram, regionProgram } from "../testing/regionProcess";
import { declares } from "../testing/steps";

const rounds = tries(5, 300);
const functionName = `kills-${process.pid}`;
const FunctionArn = `arn:aws:lambda:eu-west-1:111122223333:function:${functionName}`;
// Each run gives another number: run twice, a step would have another output.
const quick = 'exports.handler = async () => { console.log("ran"); return { at: Math.random() }; };\n';
const slow = "exports.handler = () => new Promise((done) => setTimeout(done, 60_000));\n";

let program: RegionProgram;
beforeAll(async () => {
  program = await regionProgram({ Prep: quick, Slow: slow });
}, 60_000);
afterAll(() => program.remove());

interface ListedStep {
  readonly StepName: string;
  readonly StepStatus: string;
  readonly Metadata?: {
    readonly Lambda?: { readonly OutputParameters?: readonly { readonly Value: string }[] };
    readonly Callback?: {
      readonly CallbackToken?: string;
      readonly OutputParameters?: readonly { readonly Value: string }[];
    };
  };
}

async function stepsOf({ call }: RegionProcess, PipelineExecutionArn: string) {
  const { PipelineExecutionSteps } = await call("ListPipelineExecutionSteps", { PipelineExecutionArn });
  const steps = PipelineExecutionSteps as ListedStep[];
  const named = (name: string) => steps.find(({ StepName }) => StepName === name);
  return {
    prep:
      named("Prep")?.StepStatus === "Succeeded"
        ? named("Prep")?.Metadata?.Lambda?.OutputParameters?.[0]?.Value
        : undefined,
    ask: named("Ask"),
    callback: named("Ask")?.Metadata?.Callback,
  };
}

const pipeline = (steps: readonly object[]) => ({
  RoleArn: role,
  PipelineDefinition: JSON.stringify({ Version: "2020-12-01", Metadata: {}, Parameters: [], Steps: steps }),
});
const prep = lambda("Prep", { FunctionArn, OutputParameters: declares({ at: "Float" }) });
const ask = {
  Name: "Ask",
  Type: "Callback",
  Arguments: { at: { Get: "Steps.Prep.OutputParameters['at']" } },
  SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/q",
  OutputParameters: declares({ limit: "Integer" }),
};

it(
  `${rounds} kills cost no answer, no retry and no handler's result that was told`,
  async () => {
    /** What was told of each execution, by its ARN. */
    const results = new Map<string, string>();
    const answers = new Map<string, string>();
    const retried = new Set<string>();
    /** What was told stays so: of the newest in each round, of all at the end. */
    const holds = async (region: RegionProcess, newest: number) => {
      for (const [arn, result] of [...results].slice(-newest)) expect((await stepsOf(region, arn)).prep).toBe(result);
      for (const [arn, answer] of [...answers].slice(-newest))
        expect((await stepsOf(region, arn)).callback?.OutputParameters?.[0]?.Value).toBe(answer);
      for (const PipelineExecutionArn of [...retried].slice(-newest)) {
        const { PipelineExecutionStatus } = await region.call("DescribePipelineExecution", { PipelineExecutionArn });
        expect(PipelineExecutionStatus).toBe("Executing");
      }
    };
    let tried = 0;
    for (const round of inTurn(5, 300)) {
      const region = await program.start();
      const { call } = region;
      if (round === 0) await call("CreatePipeline", { PipelineName: "p", ...pipeline([prep, ask]) });
      await holds(region, 8);
      const work = async (number: number) => {
        const name = `${round}-${number}`;
        const started = await call("StartPipelineExecution", {
          PipelineName: "p",
          ClientRequestToken: token(`s${name}`),
        });
        const arn = String(started.PipelineExecutionArn);
        await vi.waitFor(async () => expect((await stepsOf(region, arn)).prep).toBeDefined(), { timeout: 20_000 });
        results.set(arn, String((await stepsOf(region, arn)).prep));
        await vi.waitFor(async () => expect((await stepsOf(region, arn)).callback?.CallbackToken).toBeDefined());
        const CallbackToken = (await stepsOf(region, arn)).callback?.CallbackToken;
        if (number % 2 === 0) {
          const OutputParameters = [{ Name: "limit", Value: String(number) }];
          await call("SendPipelineExecutionStepSuccess", { CallbackToken, OutputParameters });
          answers.set(arn, String(number));
          return;
        }
        await call("SendPipelineExecutionStepFailure", { CallbackToken, FailureReason: "no" });
        await vi.waitFor(async () => expect((await stepsOf(region, arn)).ask?.StepStatus).toBe("Failed"));
        await call("RetryPipelineExecution", { PipelineExecutionArn: arn, ClientRequestToken: token(`r${name}`) });
        retried.add(arn);
      };
      const works = [0, 1, 2, 3].map((number) => work(number).catch(() => "the region was gone"));
      // Once something was told and something is under way.
      await vi.waitFor(() => expect(results.size + answers.size + retried.size).toBeGreaterThan(round * 2), {
        timeout: 30_000,
      });
      await region.kill();
      await Promise.all(works);
      tried++;
    }
    const region = await program.start();
    await holds(region, results.size);
    await region.kill();
    expect(results.size).toBeGreaterThan(0);
    noteFaults("answers, retries and handlers' results lost by killing the region while it works", 0, tried, rounds);
  },
  rounds * 36_000,
);

it.runIf(process.platform === "linux")(
  "handlers end with the region that was killed, whenever it was",
  async () => {
    const times = tries(1, 100);
    const region = await program.start();
    await region.call("CreatePipeline", { PipelineName: "slow", ...pipeline([lambda("Slow", { FunctionArn })]) });
    await region.kill();
    let before: unknown = null;
    let tried = 0;
    for (const time of inTurn(1, 100)) {
      const one = await program.start();
      if (before !== null)
        await one.call("StopPipelineExecution", {
          PipelineExecutionArn: before,
          ClientRequestToken: token(`k${time}`),
        });
      before = (await one.call("StartPipelineExecution", { PipelineName: "slow" })).PipelineExecutionArn;
      await vi.waitFor(() => expect(running()).not.toEqual([]), { timeout: 20_000, interval: 2 });
      await new Promise((resolve) => setTimeout(resolve, time % 20));
      await one.kill();
      await vi.waitFor(() => expect(running()).toEqual([]), { timeout: 10_000 });
      tried++;
    }
    noteFaults("handlers that go on when the region is killed", 0, tried, times);
  },
  60_000 + tries(1, 100) * 30_000,
);

/** The processes that were started for the function. */
function running(): readonly string[] {
  return readdirSync("/proc").filter((name) => {
    try {
      return /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, "utf8").includes(`=${functionName}\0`);
    } catch {
      return false;
    }
  });
}
