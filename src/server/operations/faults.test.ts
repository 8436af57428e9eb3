/**
 * Nothing is done twice and nothing is said that is not so: the page's client and tokens, the server's operations and the AWS SDK, on a
 * line where everything goes wrong that can. A local region behind it tells what really happened.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AppError } from "../../contract/appError";
import type { DeployIntent } from "../../contract/deploy";
import type { Result } from "../../contract/operations";
import { type BadLine, each, failSteps, on, openBadLine, type Page, roleArn, target } from "../../testing/badLine";
import { onceWhereverTheLineBreaks, type TriedOperation } from "../../testing/everyMoment";
import { type Fault, startFaultProxy } from "../../testing/faultProxy";
import { exactly, hang, reset } from "../../testing/faultReplies";
import { everyNth, noteFaults } from "../../testing/fullTier";
import { faultCases, readBackFaults, triedKinds } from "./faults.cases";

let line: BadLine;
beforeAll(async () => {
  line = await openBadLine();
});
afterAll(() => line.close());

type Answer = { readonly ok: true; readonly outcome?: string } | { readonly ok: false; readonly error: AppError };

interface Operation extends TriedOperation {
  press(pipeline: string, page: Page): Promise<Answer>;
}

const executionsOf = async (pipeline: string) => {
  const listed = await line.truth.read.listPipelineExecutions({ PipelineName: pipeline }).catch(() => null);
  return listed?.PipelineExecutionSummaries ?? [];
};
const startTruly = async (pipeline: string) => {
  const chain = JSON.stringify({
    Version: "2020-12-01",
    Steps: [
      { Name: "A", Type: "Lambda", Arguments: {}, FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:a" },
    ],
  });
  const made = { PipelineName: pipeline, PipelineDefinition: chain, RoleArn: roleArn };
  await line.truth.write.createPipeline({ ...made, ClientRequestToken: crypto.randomUUID() });
  await line.truth.write.startPipelineExecution({ PipelineName: pipeline, ClientRequestToken: crypto.randomUUID() });
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
    return { target, pipelineName, definition: failSteps("A"), roleArn, ...change };
  };
  return {
    call: "UpdatePipeline",
    prepare: (pipeline) => line.create(pipeline),
    press: (pipeline, page) => deployNow(intentOf(pipeline), page),
    effects: async (pipeline) => (await line.countVersions(pipeline)) - 1,
  };
}

const operations: Readonly<Record<string, Operation>> = {
  create: {
    call: "CreatePipeline",
    press: (pipelineName, page) =>
      deployNow({ target, pipelineName, definition: failSteps("A"), roleArn, maxParallelSteps: null }, page),
    effects: (pipeline) => line.countVersions(pipeline),
  },
  update: updating({ definition: failSteps("A", "B") }),
  "role only": updating({ roleArn: "arn:aws:iam::111122223333:role/Another" }),
  "parallelism only": updating({ maxParallelSteps: 7 }),
  "parallelism cleared": updating({ maxParallelSteps: null }),
  "display name only": updating({ displayName: "Churn" }),
  "description only": updating({ description: "second" }),
  start: {
    call: "StartPipelineExecution",
    prepare: (pipeline) => line.create(pipeline),
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
  rename: {
    call: "UpdatePipelineExecution",
    prepare: startTruly,
    press: async (pipeline, { client }) => {
      const [{ PipelineExecutionArn: executionArn = "" } = {}] = await executionsOf(pipeline);
      return done(await client.updateExecution({ target, executionArn, displayName: "nightly" }));
    },
    effects: async (pipeline) =>
      (await executionsOf(pipeline)).filter(({ PipelineExecutionDisplayName: name }) => name === "nightly").length,
  },
  delete: {
    call: "DeletePipeline",
    prepare: (pipeline) => line.create(pipeline),
    press: async (pipeline, { client, tokens }) =>
      done(await tokens.with(`delete.${pipeline}`, (token) => client.deletePipeline({ target, pipeline, token }))),
    effects: async (pipeline) => ((await line.countVersions(pipeline)) === 0 ? 1 : 0),
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

const pageFor = (fault: Fault, hangs: boolean) => (hangs ? line.pageThatWaits(fault) : { page: line.newPage(), fault });

describe("a write on a bad line", () => {
  it("is done once, and what is said of it is so", { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    const all = faultCases.flatMap((each) =>
      Object.keys(operations).map((name) => ({ ...each, name, what: each.name })),
    );
    // Each fault meets three or four of the eleven operations, each operation a third of the faults.
    await each(everyNth(3, all), async ({ name, what, fault: planned, refusal, mayStillCome, hangs = false }) => {
      const operation = operations[name];
      if (operation === undefined) return;
      const pipeline = line.newName();
      const { page, fault } = pageFor(planned, hangs);
      await operation.prepare?.(pipeline);
      line.proxy.meet(pipeline, on(operation.call, fault));
      const first = await operation.press(pipeline, page);
      const said = saidBy(first);
      const effects = await operation.effects(pipeline);
      const note = (why: string) => wrong.push(`${name}, ${what}: ${why} (said ${said}: ${JSON.stringify(first)})`);

      const outcome = name === "create" ? "created" : "updated";
      if (first.ok && first.outcome !== undefined && first.outcome !== outcome) note(`expected ${outcome}`);
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
    noteFaults(
      "kinds of fault × deploys, starts, stops, renames and deletions, done twice or told wrongly",
      wrong.length,
      all.length,
    );
    expect(wrong).toEqual([]);
  });

  onceWhereverTheLineBreaks("the same", () => line, operations, triedKinds);
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
  const some = everyNth(4, all);
  const meeting = async (name: string, write: Fault | null, reading: Fault, to: number) => {
    const operation = operations[name];
    if (operation === undefined) throw new Error(name);
    const pipeline = line.newName();
    await operation.prepare?.(pipeline);
    const atTheWrite = write === null ? () => null : on(operation.call, write);
    const { page, fault } = pageFor(reading, reading.reply === hang);
    const atTheReading = on("DescribePipeline", fault, readBack, to);
    line.proxy.meet(pipeline, (arrived) => atTheWrite(arrived) ?? atTheReading(arrived));
    const answer = await operation.press(pipeline, page);
    return { answer, said: saidBy(answer), effects: await operation.effects(pipeline) };
  };

  it("is said to be unknown, and why", { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    await each(some, async ({ name, how, write, what, reply }) => {
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
    const passing = some.filter(({ what }) => what !== "a denial" && what !== "an expired token");
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
        const pipeline = line.newName();
        await operation.prepare?.(pipeline);
        // Of the moment before the last write from here: neither what was there nor what is.
        const old = await rawDescription(pipeline);
        await line.truth.write.updatePipeline({ PipelineName: pipeline, PipelineDescription: "of today" });
        const recent = await rawDescription(pipeline);
        for (const stale of [old, recent]) {
          const to = what === "one stale answer" ? readBack : always;
          const before = await operation.effects(pipeline);
          const reading = on("DescribePipeline", { effect: "none", reply: exactly(stale) }, readBack, to);
          const atTheWrite = write === null ? () => null : on(operation.call, write);
          line.proxy.meet(pipeline, (arrived) => atTheWrite(arrived) ?? reading(arrived));
          const answer = await operation.press(pipeline, line.newPage());
          const said = saidBy(answer);
          if (!answer.ok && /someone/i.test(answer.error.message)) wrong.push(answer.error.message);
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
  return line.region.handle({ method: "POST", path: "/", headers, body: JSON.stringify({ PipelineName: pipeline }) });
}

describe("an AWS that takes no connection for the write", () => {
  it.each(Object.entries(operations))("has not done it, and that is said at once: %s", async (_name, operation) => {
    const pipeline = line.newName();
    await operation.prepare?.(pipeline);
    const own = await startFaultProxy(line.region);
    const page = line.pageThrough(own.endpoint);
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
      process.env.AWS_ENDPOINT_URL_SAGEMAKER = line.proxy.endpoint;
      await own.close();
    }
  });
});
