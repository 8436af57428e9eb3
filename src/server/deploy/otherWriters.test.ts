/** Someone else deploys at every moment of ours: what of theirs is hidden by ours is told, and ours is never taken for theirs. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeployIntent } from "../../contract/deploy";
import { type BadLine, each, failSteps, openBadLine, roleArn, target } from "../../testing/badLine";
import type { Fault } from "../../testing/faultProxy";
import { denied, htmlPage, reset } from "../../testing/faultReplies";
import { noteFaults, tries } from "../../testing/fullTier";

let line: BadLine;
beforeAll(async () => {
  line = await openBadLine();
});
afterAll(() => line.close());

describe("someone else's write", () => {
  const theirs = (pipeline: string, name = "Theirs") =>
    line.truth.write.updatePipeline({ PipelineName: pipeline, PipelineDefinition: failSteps(name) });
  const intentOf = (pipelineName: string): DeployIntent => {
    return { target, pipelineName, definition: failSteps("A", "Ours"), roleArn };
  };
  interface Meanwhile {
    /** What ours meets. */
    readonly write?: Fault | null;
    /** What the reading of the versions meets. */
    readonly versions?: Fault | null;
    /** How often they write. */
    readonly times?: number;
  }
  /** Presses once; they write when the `nth` call of an operation arrives, counted from the plan on. */
  const withTheirs = async (
    call: string,
    nth: number,
    { write = null, versions = null, times = 1 }: Meanwhile = {},
  ) => {
    const pipeline = line.newName();
    await line.create(pipeline);
    line.proxy.meet(pipeline, async (arrived) => {
      if (arrived.operation === call && arrived.nth === nth) {
        for (let written = 0; written < times; written++) await theirs(pipeline);
      }
      if (arrived.operation === "ListPipelineVersions") return versions;
      return arrived.operation === "UpdatePipeline" ? write : null;
    });
    const intent = intentOf(pipeline);
    const plan = await line.client.plan(intent);
    if (!plan.ok) throw new Error(plan.error.message);
    const token = crypto.randomUUID();
    const result = await line.client.deploy({ ...intent, approved: plan.value.fingerprint, token });
    return { pipeline, result, calls: line.proxy.calls(pipeline) };
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
      const { result } = await withTheirs("UpdatePipeline", 0, { write });
      expect(result).toMatchObject({ ok: true, value: { outcome: "updated", over: [2] } });
    }
  });

  it("is told by the number that came back where the versions are read no more", async () => {
    const pipeline = line.newName();
    await line.create(pipeline);
    line.proxy.meet(pipeline, async ({ operation, nth }) => {
      if (operation === "UpdatePipeline") await theirs(pipeline);
      return operation === "ListPipelineVersions" && nth > 0 ? { effect: "none", reply: denied } : null;
    });
    const answer = await line.client.plan(intentOf(pipeline));
    if (!answer.ok) throw new Error(answer.error.message);
    const approved = answer.value.fingerprint;
    const result = await line.client.deploy({ ...intentOf(pipeline), approved, token: crypto.randomUUID() });
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
      const { result } = await withTheirs(call, nth, { write: { effect: "none", reply: reset } });
      expect(result).toMatchObject({ ok: false, error: { kind: "uncertain" } });
    }
  });

  it("is never hidden by ours, and ours by none, whenever they write and whatever becomes of ours", {
    timeout: 240_000,
  }, async () => {
    const wrong: string[] = [];
    const moments = [
      ["DescribePipeline", 0],
      ["ListPipelineVersions", 0],
      ["DescribePipeline", 1],
      ["UpdatePipeline", 0],
      ["DescribePipeline", 2],
      ["DescribePipeline", 3],
      ["ListPipelineVersions", 1],
      ["None", 0],
    ] as const;
    const lost: readonly (Fault | null)[] = [
      null,
      ...[reset, htmlPage(200), htmlPage(504)].flatMap((reply) => [
        { effect: "done", reply } as const,
        { effect: "none", reply } as const,
      ]),
    ];
    const all = moments.flatMap(([call, nth]) =>
      lost.flatMap((write) => [1, 2].map((times) => ({ call, nth, write, times }))),
    );
    await each(all, async ({ call, nth, write, times }) => {
      const { pipeline, result } = await withTheirs(call, nth, { write, times });
      const versions = await line.versions(pipeline);
      const ours = versions.indexOf(failSteps("A", "Ours"));
      // They wrote after the plan and before ours: each of those versions is hidden now.
      const hidden = versions.flatMap((text, index) =>
        text === failSteps("Theirs") && index < ours ? [index + 1] : [],
      );
      const note = (why: string) =>
        wrong.push(
          `${times} at ${call} ${nth}, ours ${JSON.stringify(write)}: ${why}, ${JSON.stringify(result)}, ${versions.length}`,
        );
      if (result.ok) {
        if (versions.at(-1) !== failSteps("A", "Ours")) note("is not what is deployed");
        if (call !== "DescribePipeline" || nth > 0) {
          if (JSON.stringify(result.value.over) !== JSON.stringify(hidden)) note(`hides ${hidden}`);
        }
      } else if (result.error.kind === "overtaken") {
        if (ours < 0 || ours === versions.length - 1) note("was not overtaken");
      } else if (result.error.kind !== "uncertain" && ours >= 0) note("was written");
    });
    noteFaults(
      "deploys of others at each moment of ours, hidden, taken for ours or not told",
      wrong.length,
      all.length,
    );
    expect(wrong).toEqual([]);
  });

  it("is found by whoever races with them, and never silently written over", { timeout: 900_000 }, async () => {
    const races = tries(40, 500);
    const wrong: string[] = [];
    const all = Array.from({ length: races }, (_, number) => number);
    let met = 0;
    await each(all, async (number) => {
      const pipeline = line.newName();
      await line.create(pipeline);
      line.proxy.meet(pipeline, async () => {
        // Each answer takes a while, so that a race is one.
        await new Promise((resolve) => setTimeout(resolve, (number * 7) % 11));
        return null;
      });
      const plan = await line.client.plan(intentOf(pipeline));
      if (!plan.ok) throw new Error(plan.error.message);
      const approved = plan.value.fingerprint;
      const [result] = await Promise.all([
        line.client.deploy({ ...intentOf(pipeline), approved, token: crypto.randomUUID() }),
        new Promise((resolve) => setTimeout(resolve, (number * 13) % 61)).then(() => theirs(pipeline)),
      ]);
      const versions = await line.versions(pipeline);
      const ours = versions.indexOf(failSteps("A", "Ours"));
      const other = versions.indexOf(failSteps("Theirs"));
      const note = (why: string) => wrong.push(`race ${number}: ${why}, ${JSON.stringify(result)}`);
      if (other < 0) return void note("theirs is not there");
      if (ours > other) {
        met++;
        // The last look was before theirs, or ours would not be there: the version tells.
        if (!result.ok || JSON.stringify(result.value.over) !== JSON.stringify([other + 1])) note("hides theirs");
      } else if (ours >= 0) {
        // Theirs came after: at once, or when nobody looked any more.
        if (result.ok ? result.value.over.length > 0 : result.error.kind !== "overtaken") note("is not told so");
      } else if (result.ok || !["stale", "uncertain"].includes(result.error.kind)) note("is not there");
    });
    noteFaults(
      `races with another writer, written over in silence or told wrongly (${met} wrote between look and write)`,
      wrong.length,
      races,
    );
    expect(wrong).toEqual([]);
  });

  it("is not seen where nobody wrote, and nobody's right to read versions is needed to deploy", async () => {
    expect((await withTheirs("None", 0)).result).toMatchObject({ ok: true, value: { versionId: 2, over: [] } });
    const { result } = await withTheirs("None", 0, { versions: { effect: "none", reply: denied } });
    expect(result).toMatchObject({ ok: true, value: { outcome: "updated", over: [] } });
  });
});
