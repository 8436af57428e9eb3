/**
 * Nothing is done twice and nothing is said that is not so: the page's client and tokens, the server's operations and the AWS SDK, on a
 * line where everything goes wrong that can. A local region behind it tells what really happened.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, createClient } from "../../client/createClient";
import type { AppError } from "../../contract/appError";
import type { DeployIntent } from "../../contract/deploy";
import type { Result } from "../../contract/operations";
import { type IntentTokens, intentTokens } from "../../editor/runs/deploy/intentTokens";
import { createLocalRegion, type LocalRegion } from "../../local-region";
import { type Fault, type FaultProxy, startFaultProxy } from "../../testing/faultProxy";
import { denied, exactly, hang, htmlPage, reset } from "../../testing/faultReplies";
import { fakeTokenStorage } from "../../testing/workspace";
import { localClients } from "../aws/clients";
import type { Region } from "../aws/region";
import { createRegions } from "../aws/regions";
import { type TimeLimits, usualLimits } from "../aws/timeLimits";
import { createLaunchCodes } from "../door/launchCodes";
import { createApp } from "./app";
import { faultCases, readBackFaults } from "./faults.cases";

const target = { kind: "aws", profile: "", region: "eu-west-1" } as const;
const roleArn = "arn:aws:iam::111122223333:role/SageMakerRole";
const environment = { AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing" };
const limits: TimeLimits = { ...usualLimits, pauses: [10, 20] };
const definition = (...steps: string[]) =>
  JSON.stringify({
    Version: "2020-12-01",
    Metadata: {},
    Parameters: [],
    Steps: steps.map((Name) => ({ Name, Type: "Fail", Arguments: { ErrorMessage: "no" } })),
  });

let region: LocalRegion;
let proxy: FaultProxy;
/** Past the proxy: what is really there. */
let truth: Region;
let client: Client;

function clientThrough(endpoint: string, later = usualLimits.later): Client {
  process.env.AWS_ENDPOINT_URL_SAGEMAKER = endpoint;
  const app = createApp({
    regions: createRegions({ localRegion: async () => region, limits: { ...limits, later } }),
    check: async () => [],
    token: "token",
    codes: createLaunchCodes(() => 0),
  });
  return createClient({
    token: () => "token",
    fetch: async (input, init) => app.fetch(new Request(new URL(String(input), "http://127.0.0.1"), init)),
  });
}

const before = { ...process.env };
beforeAll(async () => {
  Object.assign(process.env, environment);
  // A step takes its time, so that an execution can be stopped.
  region = createLocalRegion({ stepSeconds: 3600 });
  truth = localClients(region);
  proxy = await startFaultProxy(region);
  client = clientThrough(proxy.endpoint);
  expect((await client.listPipelines({ target })).ok).toBe(true);
});
afterAll(async () => {
  await proxy.close();
  for (const name of [...Object.keys(environment), "AWS_ENDPOINT_URL_SAGEMAKER"]) delete process.env[name];
  Object.assign(process.env, before);
});

type Answer = { readonly ok: true; readonly outcome?: string } | { readonly ok: false; readonly error: AppError };

/** One page: its calls, and the tokens that it keeps. */
interface Page {
  readonly client: Client;
  readonly tokens: IntentTokens;
}

interface Operation {
  /** The call that meets the fault. */
  readonly call: string;
  prepare?(pipeline: string): Promise<void>;
  /** What a person presses; pressed again, it is the same intent while nobody knows what became of it. */
  press(pipeline: string, page: Page): Promise<Answer>;
  /** How often it has happened. */
  effects(pipeline: string): Promise<number>;
}

const describeTruth = (pipeline: string) => truth.read.describePipeline({ PipelineName: pipeline }).catch(() => null);
const versionsOf = async (pipeline: string) => {
  const listed = await truth.read.listPipelineVersions({ PipelineName: pipeline }).catch(() => null);
  return listed?.PipelineVersionSummaries?.length ?? 0;
};
const executionsOf = async (pipeline: string) => {
  const listed = await truth.read.listPipelineExecutions({ PipelineName: pipeline }).catch(() => null);
  return listed?.PipelineExecutionSummaries ?? [];
};
const createTruly = async (pipeline: string) => {
  await truth.write.createPipeline({
    PipelineName: pipeline,
    PipelineDefinition: definition("A"),
    RoleArn: roleArn,
    PipelineDescription: "first",
    ParallelismConfiguration: { MaxParallelExecutionSteps: 3 },
    ClientRequestToken: crypto.randomUUID(),
  });
};
const startTruly = async (pipeline: string) => {
  const chain = JSON.stringify({
    Version: "2020-12-01",
    Steps: [
      { Name: "A", Type: "Lambda", Arguments: {}, FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:a" },
    ],
  });
  const made = { PipelineName: pipeline, PipelineDefinition: chain, RoleArn: roleArn };
  await truth.write.createPipeline({ ...made, ClientRequestToken: crypto.randomUUID() });
  await truth.write.startPipelineExecution({ PipelineName: pipeline, ClientRequestToken: crypto.randomUUID() });
};

/** As the page does it: the plan, then the deploy of that plan, once an intent. */
async function deployNow(intent: DeployIntent, { client, tokens }: Page): Promise<Answer> {
  const plan = await client.plan(intent);
  if (!plan.ok) return plan;
  const { fingerprint: approved } = plan.value;
  const deployed = await tokens.with(`deploy.${approved}`, (token) => client.deploy({ ...intent, approved, token }));
  return deployed.ok ? { ok: true, outcome: deployed.value.outcome } : deployed;
}

const done = ({ ok, ...rest }: Result<unknown>): Answer => (ok ? { ok } : { ok, ...(rest as { error: AppError }) });

function updating(change: Partial<DeployIntent>): Operation {
  const intentOf = (pipelineName: string): DeployIntent => {
    return { target, pipelineName, definition: definition("A"), roleArn, ...change };
  };
  return {
    call: "UpdatePipeline",
    prepare: createTruly,
    press: (pipeline, page) => deployNow(intentOf(pipeline), page),
    effects: async (pipeline) => (await versionsOf(pipeline)) - 1,
  };
}

const operations: Readonly<Record<string, Operation>> = {
  create: {
    call: "CreatePipeline",
    press: (pipelineName, page) =>
      deployNow({ target, pipelineName, definition: definition("A"), roleArn, maxParallelSteps: null }, page),
    effects: versionsOf,
  },
  update: updating({ definition: definition("A", "B") }),
  "role only": updating({ roleArn: "arn:aws:iam::111122223333:role/Another" }),
  "parallelism only": updating({ maxParallelSteps: 7 }),
  "parallelism cleared": updating({ maxParallelSteps: null }),
  "display name only": updating({ displayName: "Churn" }),
  "description only": updating({ description: "second" }),
  start: {
    call: "StartPipelineExecution",
    prepare: createTruly,
    press: async (pipeline, { client, tokens }) =>
      done(
        await tokens.with(`start.${pipeline}`, (token) =>
          client.startExecution({ target, pipeline, parameters: [], token }),
        ),
      ),
    effects: async (pipeline) => (await executionsOf(pipeline)).length,
  },
  stop: {
    call: "StopPipelineExecution",
    prepare: startTruly,
    press: async (pipeline, { client, tokens }) => {
      const [{ PipelineExecutionArn: executionArn = "" } = {}] = await executionsOf(pipeline);
      return done(
        await tokens.with(`stop.${pipeline}`, (token) => client.stopExecution({ target, executionArn, token })),
      );
    },
    effects: async (pipeline) =>
      (await executionsOf(pipeline)).filter(({ PipelineExecutionStatus: status = "" }) => /^Stop/.test(status)).length,
  },
  delete: {
    call: "DeletePipeline",
    prepare: createTruly,
    press: async (pipeline, { client, tokens }) =>
      done(await tokens.with(`delete.${pipeline}`, (token) => client.deletePipeline({ target, pipeline, token }))),
    effects: async (pipeline) => ((await describeTruth(pipeline)) === null ? 1 : 0),
  },
};
const deploys = Object.keys(operations).filter(
  (name) => /Pipeline$/.test(operations[name]?.call ?? "") && name !== "delete",
);

/** What was said, in the three words that matter, and whether it is so. */
function saidBy(answer: Answer): "done" | "not done" | "unknown" {
  if (answer.ok) return "done";
  return answer.error.kind === "uncertain" ? "unknown" : "not done";
}

let names = 0;
const newName = () => `pipeline-${++names}`;
const newPage = (of = client): Page => {
  return { client: of, tokens: intentTokens(fakeTokenStorage(), () => crypto.randomUUID()) };
};

/** A page for which the time of a call is over as soon as the line hangs: nobody waits, and no busy machine runs out of time. */
function pageThatWaits(fault: Fault): { readonly page: Page; readonly fault: Fault } {
  const waiting = new Set<() => void>();
  const client = clientThrough(proxy.endpoint, (run) => {
    waiting.add(run);
    return () => void waiting.delete(run);
  });
  const reply: Fault["reply"] = (socket, answer) => {
    fault.reply(socket, answer);
    // What was sent before the line hangs has the time to arrive.
    setTimeout(() => {
      for (const run of waiting) run();
    }, 10);
  };
  return { page: newPage(client), fault: { ...fault, reply } };
}

const pageFor = (fault: Fault, hangs: boolean) => (hangs ? pageThatWaits(fault) : { page: newPage(), fault });

/** Some at a time. */
async function each<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: 12 }, worker));
}

/** For the calls of an operation from one to another, counted from 0. */
const on =
  (call: string, fault: Fault, from = 0, to = from) =>
  (arrived: { operation: string; nth: number }) =>
    arrived.operation === call && arrived.nth >= from && arrived.nth <= to ? fault : null;

describe("a write on a bad line", () => {
  it("is done once, and what is said of it is so", { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    const all = faultCases.flatMap((each) =>
      Object.keys(operations).map((name) => ({ ...each, name, what: each.name })),
    );
    await each(all, async ({ name, what, fault: planned, refusal, mayStillCome, hangs = false }) => {
      const operation = operations[name];
      if (operation === undefined) return;
      const pipeline = newName();
      const { page, fault } = pageFor(planned, hangs);
      await operation.prepare?.(pipeline);
      proxy.meet(pipeline, on(operation.call, fault));
      const first = await operation.press(pipeline, page);
      const said = saidBy(first);
      const effects = await operation.effects(pipeline);
      const note = (why: string) => wrong.push(`${name}, ${what}: ${why} (said ${said}: ${JSON.stringify(first)})`);

      if (said === "done" && effects !== 1) note(`done ${effects} times`);
      if (said === "not done" && effects !== 0) note("it is there");
      // What has a token is sent again, and then it is known; what has none is read back.
      const known = deploys.includes(name) ? fault.effect === "done" || mayStillCome !== true : true;
      const expected =
        refusal !== undefined
          ? "not done"
          : !known
            ? "unknown"
            : fault.effect === "none" && deploys.includes(name)
              ? "not done"
              : "done";
      if (said !== expected && !(fault.effect === "late" && said === "done")) note(`expected ${expected}`);
      if (!first.ok && refusal !== undefined && first.error.kind !== refusal) note(`expected ${refusal}`);
      if (!first.ok && said === "not done" && refusal === undefined && first.error.unchanged !== true) {
        note("does not say that nothing changed");
      }

      // Pressed again on a line that works: in the end it has happened once.
      if (!first.ok && (await operation.press(pipeline, page)).ok === false && name !== "delete") note("failed again");
      const atTheEnd = await operation.effects(pipeline);
      if (atTheEnd !== 1) note(`${atTheEnd} times at the end`);
    });
    expect(wrong).toEqual([]);
  });
});

/** The page's two looks are those of the plan and of the deploy; from the third on it reads back. */
const readBack = 2;
const always = Number.POSITIVE_INFINITY;
const writes: readonly (readonly [string, Fault | null])[] = [
  ["taken", null],
  ["lost with its effect", { effect: "done", reply: reset }],
  ["lost without effect", { effect: "none", reply: reset }],
];

describe("a write that cannot be read back", () => {
  const all = deploys.flatMap((name) =>
    writes.flatMap(([how, write]) =>
      Object.entries(readBackFaults).map(([what, reply]) => ({ name, how, write, what, reply })),
    ),
  );
  const meeting = async (name: string, write: Fault | null, reading: Fault, to: number) => {
    const operation = operations[name];
    if (operation === undefined) throw new Error(name);
    const pipeline = newName();
    await operation.prepare?.(pipeline);
    const atTheWrite = write === null ? () => null : on(operation.call, write);
    const { page, fault } = pageFor(reading, reading.reply === hang);
    const atTheReading = on("DescribePipeline", fault, readBack, to);
    proxy.meet(pipeline, (arrived) => atTheWrite(arrived) ?? atTheReading(arrived));
    const answer = await operation.press(pipeline, page);
    return { answer, said: saidBy(answer), effects: await operation.effects(pipeline) };
  };

  it("is said to be unknown, and why", { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    await each(all, async ({ name, how, write, what, reply }) => {
      const { answer } = await meeting(name, write, { effect: "none", reply }, always);
      const kind = answer.ok ? "done" : answer.error.kind;
      const because = answer.ok ? undefined : answer.error.hindrance;
      if (kind !== "uncertain" || because === undefined)
        wrong.push(`${name} ${how}, ${what}: ${JSON.stringify(answer)}`);
    });
    expect(wrong).toEqual([]);
  });

  it("is known where only the first look fails and the trouble passes", { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    const passing = all.filter(({ what }) => what !== "a denial" && what !== "an expired token");
    await each(passing, async ({ name, how, write, what, reply }) => {
      const { said, effects } = await meeting(name, write, { effect: "none", reply }, readBack);
      if (said !== (effects === 1 ? "done" : "not done"))
        wrong.push(`${name} ${how}, ${what}: ${said}, done ${effects} times`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(["one stale answer", "stale answers for as long as it looks"])(
    "is not taken for someone else's by %s",
    async (what) => {
      const wrong: string[] = [];
      const updates = all.filter(({ name, what: fault }) => name !== "create" && fault === "reset");
      await each(updates, async ({ name, how, write }) => {
        const operation = operations[name];
        if (operation === undefined) return;
        const pipeline = newName();
        await operation.prepare?.(pipeline);
        // Of the moment before the last write from here: neither what was there nor what is.
        const old = await rawDescription(pipeline);
        await truth.write.updatePipeline({ PipelineName: pipeline, PipelineDescription: "of today" });
        const recent = await rawDescription(pipeline);
        for (const stale of [old, recent]) {
          const to = what === "one stale answer" ? readBack : always;
          const before = await operation.effects(pipeline);
          const reading = on("DescribePipeline", { effect: "none", reply: exactly(stale) }, readBack, to);
          const atTheWrite = write === null ? () => null : on(operation.call, write);
          proxy.meet(pipeline, (arrived) => atTheWrite(arrived) ?? reading(arrived));
          const said = saidBy(await operation.press(pipeline, newPage()));
          const effects = (await operation.effects(pipeline)) - before;
          const known = what === "one stale answer" || (stale === recent && effects === 0);
          const expected = known ? (effects === 1 ? "done" : "not done") : "unknown";
          if (said !== expected)
            wrong.push(`${name} ${how}, ${stale === old ? "old" : "recent"}: ${said}, done ${effects} times`);
          if (stale === old && effects === 1) return;
        }
      });
      expect(wrong).toEqual([]);
    },
  );
});

async function rawDescription(pipeline: string) {
  const headers = {
    "x-amz-target": "SageMaker.DescribePipeline",
    authorization: "Credential=a/20261128/eu-west-1/sagemaker/aws4_request",
  };
  return region.handle({ method: "POST", path: "/", headers, body: JSON.stringify({ PipelineName: pipeline }) });
}

describe("someone else's write", () => {
  const theirs = (pipeline: string, name = "Theirs") =>
    truth.write.updatePipeline({ PipelineName: pipeline, PipelineDefinition: definition(name) });
  const intentOf = (pipelineName: string): DeployIntent => {
    return { target, pipelineName, definition: definition("A", "Ours"), roleArn };
  };
  /** Presses once; they write when the `nth` call of an operation arrives, counted from the plan on. */
  const withTheirs = async (call: string, nth: number, write: Fault | null = null, versions: Fault | null = null) => {
    const pipeline = newName();
    await createTruly(pipeline);
    proxy.meet(pipeline, async (arrived) => {
      if (arrived.operation === call && arrived.nth === nth) await theirs(pipeline);
      if (arrived.operation === "ListPipelineVersions") return versions;
      return arrived.operation === "UpdatePipeline" ? write : null;
    });
    const intent = intentOf(pipeline);
    const plan = await client.plan(intent);
    if (!plan.ok) throw new Error(plan.error.message);
    const token = crypto.randomUUID();
    const result = await client.deploy({ ...intent, approved: plan.value.fingerprint, token });
    return { pipeline, result, calls: proxy.calls(pipeline) };
  };

  it("before the second look makes the plan stale, and nothing is written", async () => {
    for (const [call, nth] of [
      ["ListPipelineVersions", 0],
      ["DescribePipeline", 1],
    ] as const) {
      const { result, calls } = await withTheirs(call, nth);
      expect([result.ok || result.error.kind, calls.includes("UpdatePipeline")]).toEqual(["stale", false]);
    }
  });

  it("between that look and ours is told by its version, however ours came through", async () => {
    for (const write of [null, { effect: "done", reply: reset }, { effect: "done", reply: htmlPage(200) }] as const) {
      const { result } = await withTheirs("UpdatePipeline", 0, write);
      expect(result).toMatchObject({ ok: true, value: { outcome: "updated", over: [2] } });
    }
  });

  it("is told by the number that came back where the versions are read no more", async () => {
    const pipeline = newName();
    await createTruly(pipeline);
    proxy.meet(pipeline, async ({ operation, nth }) => {
      if (operation === "UpdatePipeline") await theirs(pipeline);
      return operation === "ListPipelineVersions" && nth > 0 ? { effect: "none", reply: denied } : null;
    });
    const answer = await client.plan(intentOf(pipeline));
    if (!answer.ok) throw new Error(answer.error.message);
    const approved = answer.value.fingerprint;
    const result = await client.deploy({ ...intentOf(pipeline), approved, token: crypto.randomUUID() });
    expect(result).toMatchObject({ ok: true, value: { versionId: 3, over: [2] } });
  });

  it("right after ours is told as that", async () => {
    const { result } = await withTheirs("DescribePipeline", 2);
    expect(result).toMatchObject({ ok: false, error: { kind: "overtaken" } });
    expect(result.ok || result.error.message).toContain("as version 2, and someone else deployed version 3");
  });

  it("in place of ours, which was lost, is not taken for ours", async () => {
    for (const [call, nth] of [
      ["UpdatePipeline", 0],
      ["DescribePipeline", 2],
    ] as const) {
      const { result } = await withTheirs(call, nth, { effect: "none", reply: reset });
      expect(result).toMatchObject({ ok: false, error: { kind: "uncertain" } });
    }
  });

  it("is not seen where nobody wrote, and nobody's right to read versions is needed to deploy", async () => {
    expect((await withTheirs("None", 0)).result).toMatchObject({ ok: true, value: { versionId: 2, over: [] } });
    const { result } = await withTheirs("None", 0, null, { effect: "none", reply: denied });
    expect(result).toMatchObject({ ok: true, value: { outcome: "updated", over: [] } });
  });
});

describe("an AWS that takes no connection for the write", () => {
  it.each(Object.entries(operations))("has not done it, and that is said at once: %s", async (_name, operation) => {
    const pipeline = newName();
    await operation.prepare?.(pipeline);
    const own = await startFaultProxy(region);
    const page = newPage(clientThrough(own.endpoint));
    try {
      expect((await page.client.listPipelines({ target })).ok).toBe(true);
      const looks = { CreatePipeline: 2, UpdatePipeline: 2, DeletePipeline: 1 }[operation.call] ?? 0;
      if (looks === 0) await own.refuse();
      const answerAndRefuse: Fault["reply"] = (socket, answer) => {
        exactly(answer)(socket, answer);
        void own.refuse();
      };
      own.meet(pipeline, on("DescribePipeline", { effect: "done", reply: answerAndRefuse }, looks - 1));
      const answer = await operation.press(pipeline, page);
      expect(answer).toMatchObject({ ok: false, error: { kind: "network", operation: operation.call } });
      expect(await operation.effects(pipeline)).toBe(0);
    } finally {
      process.env.AWS_ENDPOINT_URL_SAGEMAKER = proxy.endpoint;
      await own.close();
    }
  });
});
