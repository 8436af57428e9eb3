import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { begin, type Call, create, definitionOf, lambda, regionAt, start, token } from "../testing/regionCalls";

let folder: string;
/** What the person was told. */
let told: string[];
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "stepwire-local-region-")), "state");
  told = [];
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

const open = (clock = { now: begin }) => regionAt(clock, folder, (line) => told.push(line));
const logs = () => readdirSync(folder).filter((name) => name.endsWith(".log"));
const logOf = (pipeline: string) => join(folder, logs().find((name) => name.includes(`.${pipeline}.`)) ?? "none");
const update = (call: Call, name: string, step: string) =>
  call("UpdatePipeline", { PipelineName: name, PipelineDefinition: definitionOf([lambda(step)]) });
const definition = async (call: Call, PipelineName: string) =>
  (await call("DescribePipeline", { PipelineName })).body.PipelineDefinition;
const versions = async (call: Call, PipelineName: string) => {
  const { body } = await call("ListPipelineVersions", { PipelineName, SortOrder: "Ascending" });
  return (body.PipelineVersionSummaries as { PipelineVersionId: number }[] | undefined)?.map(
    (one) => one.PipelineVersionId,
  );
};
const refusedWith = (words: string) => ({
  status: 507,
  body: { __type: "LocalStateException", message: expect.stringContaining(words) },
});

describe("state on disk", () => {
  it("lets an execution go on after a restart where it stands", async () => {
    const clock = { now: begin };
    const before = open(clock);
    await create(before.call, "p", [lambda("A"), lambda("B", { DependsOn: ["A"] })]);
    const PipelineExecutionArn = await start(before.call, "p");
    before.region.close();
    clock.now += 700;
    const { body } = await open(clock).call("ListPipelineExecutionSteps", { PipelineExecutionArn });
    expect(body.PipelineExecutionSteps).toMatchObject([
      { StepName: "B", StepStatus: "Executing" },
      { StepName: "A", StepStatus: "Succeeded" },
    ]);
  });

  it("keeps the names of versions and executions, and what became of aliases and limits", async () => {
    const clock = { now: begin };
    const before = open(clock);
    const { body } = await create(before.call, "p", [lambda("A")], { PipelineVersionAliases: ["prod"] });
    await update(before.call, "p", "B");
    const ofVersion = { PipelineArn: body.PipelineArn, PipelineVersionDisplayName: "June" };
    for (const [PipelineVersionId, operation] of [
      [1, "Remove"],
      [2, "Add"],
    ] as const) {
      const PipelineVersionAliasOperations = { [operation]: ["prod"] };
      await before.call("UpdatePipelineVersion", { ...ofVersion, PipelineVersionId, PipelineVersionAliasOperations });
    }
    const PipelineExecutionArn = await start(before.call, "p");
    const ParallelismConfiguration = { MaxParallelExecutionSteps: 7 };
    await before.call("UpdatePipelineExecution", {
      PipelineExecutionArn,
      PipelineExecutionDescription: "of June",
      ParallelismConfiguration,
    });
    const asked = async (call: Call) => [
      await call("ListPipelineVersions", { PipelineName: "p" }),
      await call("DescribePipelineExecution", { PipelineExecutionArn }),
    ];
    const kept = await asked(before.call);
    expect(kept[0]?.body.PipelineVersionSummaries).toMatchObject([
      { PipelineVersionAliases: ["prod"], PipelineVersionDisplayName: "June" },
      { PipelineVersionDisplayName: "June" },
    ]);
    expect(kept[1]?.body).toMatchObject({ PipelineExecutionDescription: "of June", ParallelismConfiguration });
    before.region.close();
    expect(await asked(open(clock).call)).toEqual(kept);
  });

  it("keeps everything of a pipeline: versions, executions, retries, tags, tokens", async () => {
    const clock = { now: begin };
    const before = open(clock);
    const { body } = await create(before.call, "p", [lambda("A")], { Tags: [{ Key: "team", Value: "a" }] });
    const ClientRequestToken = token("s");
    const failing = { PipelineExecutionDescription: "stepwire:fail=A", ClientRequestToken };
    const PipelineExecutionArn = await start(before.call, "p", failing);
    clock.now += 1000;
    await before.call("RetryPipelineExecution", { PipelineExecutionArn, ClientRequestToken: token("r") });
    for (const step of ["B", "C"]) await update(before.call, "p", step);
    await before.call("AddTags", { ResourceArn: body.PipelineArn, Tags: [{ Key: "more", Value: "b" }] });
    const asked = async (call: Call) => [
      await call("DescribePipeline", { PipelineName: "p" }),
      await call("ListPipelineVersions", { PipelineName: "p" }),
      await call("ListPipelineExecutionSteps", { PipelineExecutionArn }),
      await call("ListTags", { ResourceArn: body.PipelineArn }),
      await call("StartPipelineExecution", { PipelineName: "p", ...failing }),
    ];
    const expected = await asked(before.call);
    before.region.close();
    expect(await asked(open(clock).call)).toEqual(expected);
    expect(told).toEqual([]);
  });

  it("keeps pipelines apart whose names differ in case, and forgets deleted ones", async () => {
    const before = open();
    await create(before.call, "churn");
    await create(before.call, "Churn");
    expect(new Set(logs().map((file) => file.toLowerCase())).size).toBe(2);
    await before.call("DeletePipeline", { PipelineName: "churn" });
    before.region.close();
    const { body } = await open().call("ListPipelines", {});
    expect(body.PipelineSummaries).toMatchObject([{ PipelineName: "Churn" }]);
  });

  it("appends what an update changes, and writes nothing again that is there", async () => {
    const { call } = open();
    await create(call, "p");
    const grown: number[] = [];
    for (let version = 2; version <= 60; version++) {
      const before = readFileSync(logOf("p"));
      await update(call, "p", `Step${version % 10}`);
      const after = readFileSync(logOf("p"));
      expect(after.subarray(0, before.length).equals(before)).toBe(true);
      grown.push(after.length - before.length);
    }
    expect(Math.max(...grown) - Math.min(...grown)).toBeLessThan(10);
  });

  it("takes over what an earlier Stepwire kept as one JSON text", async () => {
    const head = { region: "eu-west-1", name: "p", arn: "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/p" };
    const kept = {
      ...head,
      displayName: "p",
      description: null,
      roleArn: "r",
      maxParallel: null,
      createdAt: 1,
      modifiedAt: 1,
    };
    const made = [1, 2].map((id) => ({ id, definition: definitionOf([lambda(`V${id}`)]), createdAt: id }));
    const record = { ...kept, versions: made, executions: [], tags: [], token: null, fingerprint: "" };
    mkdirSync(folder);
    const file = join(folder, "eu-west-1.p.0f87bb6d26ed3180.json");
    writeFileSync(file, JSON.stringify(record));
    writeFileSync(
      join(folder, "eu-west-1.q.0d4b78aebac166bc.json"),
      JSON.stringify({ ...record, name: "q" }).slice(0, 300),
    );
    const before = open();
    expect(await versions(before.call, "p")).toEqual([1, 2]);
    expect(told).toEqual([expect.stringContaining("eu-west-1.q.0d4b78aebac166bc.json.damaged-1")]);
    await update(before.call, "p", "V3");
    before.region.close();
    // Killed before the text was gone, or an earlier Stepwire that still runs and has written since.
    told = [];
    for (const [left, aside] of [
      [record, 0],
      [{ ...record, versions: [...made, { id: 3, definition: definitionOf([lambda("Theirs")]), createdAt: 3 }] }, 1],
    ] as const) {
      writeFileSync(file, JSON.stringify(left));
      const after = open();
      expect(await versions(after.call, "p")).toEqual([1, 2, 3]);
      expect(await definition(after.call, "p")).toBe(definitionOf([lambda("V3")]));
      expect(told.filter((line) => line.includes(`${file}.damaged-1`))).toHaveLength(aside);
      after.region.close();
    }
    expect(readdirSync(folder).filter((name) => name.endsWith(".json"))).toEqual([]);
  });

  it("is not memory alone: what could not be written was not done, and is done once it can be", async () => {
    const { call } = open();
    await create(call, "p", [lambda("First")]);
    await create(call, "q");
    const [log, kept] = [logOf("p"), `${logOf("p")}.kept`];
    const gone = logOf("q");
    // A folder in a file's place: no right of any user writes to it.
    renameSync(log, kept);
    for (const place of [log, gone]) {
      rmSync(place, { force: true });
      mkdirSync(place);
    }
    expect(await update(call, "p", "Second")).toMatchObject(refusedWith(folder));
    expect(await definition(call, "p")).toBe(definitionOf([lambda("First")]));
    expect(await call("StartPipelineExecution", { PipelineName: "p" })).toMatchObject(refusedWith(folder));
    expect((await call("ListPipelineExecutions", { PipelineName: "p" })).body.PipelineExecutionSummaries).toEqual([]);
    expect(await call("DeletePipeline", { PipelineName: "q" })).toMatchObject(refusedWith(folder));
    expect((await call("ListPipelines", {})).body.PipelineSummaries).toHaveLength(2);

    rmSync(log, { recursive: true });
    renameSync(kept, log);
    rmSync(gone, { recursive: true });
    expect(await update(call, "p", "Second")).toMatchObject({ status: 200, body: { PipelineVersionId: 2 } });
    expect(await call("DeletePipeline", { PipelineName: "q" })).toMatchObject({ status: 200 });
    // In the terminal as well, and of no damage.
    expect(told).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/cannot be used.*--state\.$/)));
  });
});

describe("a damaged file", () => {
  /** Three versions and an execution of p, and a pipeline beside it. */
  async function threeVersions(): Promise<Buffer> {
    const { call, region } = open();
    await create(call, "p", [lambda("V1")]);
    await create(call, "beside");
    await update(call, "p", "V2");
    await start(call, "p");
    await update(call, "p", "V3");
    region.close();
    return readFileSync(logOf("p"));
  }

  it("is kept as it was, cut at any place: what of it can be read is there, and the person is told once", async () => {
    const whole = await threeVersions();
    const name = logOf("p");
    const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    const cuts = Array.from({ length: 60 }, (_, part) => Math.floor((part * whole.length) / 60));
    for (const cut of [...cuts, whole.length - 1, ...ends.slice(0, 3).map((end) => end + 1)]) {
      const damaged = whole.subarray(0, cut);
      writeFileSync(name, damaged);
      told = [];
      const { call, region } = open();
      // Lines: created, V2, the execution, V3.
      const lines = ends.filter((end) => end <= cut).length;
      expect([cut, await versions(call, "p")]).toEqual([cut, [undefined, [1], [1, 2], [1, 2]][lines]]);
      expect(await versions(call, "beside")).toEqual([1]);
      const isWhole = ends.includes(cut);
      expect([cut, told.length]).toEqual([cut, isWhole ? 0 : 1]);
      if (!isWhole) {
        const aside = readdirSync(folder).filter((file) => file.includes(".damaged-"));
        expect(aside).toHaveLength(1);
        expect(told[0]).toContain(join(folder, aside[0] ?? ""));
        expect(readFileSync(join(folder, aside[0] ?? "")).equals(damaged)).toBe(true);
        expect(region.troubles()).toEqual(told);
        rmSync(join(folder, aside[0] ?? ""));
      }
      region.close();
      told = [];
      const again = open();
      expect(await versions(again.call, "beside")).toEqual([1]);
      expect(told).toEqual([]);
      again.region.close();
    }
  });

  it("loses the line alone whose bytes have changed", async () => {
    const whole = await threeVersions();
    const text = whole.toString("utf8");
    for (const [what, changed, left] of [
      ["the first", text.replace("V1", "VX"), [2, 3]],
      ["a version", text.replace("V2", "VX"), [1, 3]],
      ["the last", text.replace("V3", "VX"), [1, 2]],
    ] as const) {
      writeFileSync(logOf("p"), changed);
      told = [];
      const { call, region } = open();
      expect([what, await versions(call, "p")]).toEqual([what, left]);
      expect(told).toHaveLength(1);
      region.close();
    }
  });

  it.each([
    ["empty", ""],
    ["of zeros, as after a power cut", "\0".repeat(4096)],
    ["another program's", "hello\nworld\n"],
  ])("that is %s is set aside; a pipeline of its name begins anew beside it", async (_what, text) => {
    await threeVersions();
    const name = logOf("p");
    writeFileSync(name, text);
    const { call, region } = open();
    expect((await call("DescribePipeline", { PipelineName: "p" })).body.__type).toBe("ResourceNotFound");
    expect(region.troubles()).toEqual([
      `The local region's record of pipeline p cannot be read. The file is kept as ${name}.damaged-1; deploy the pipeline again.`,
    ]);
    await create(call, "p", [lambda("Anew")]);
    region.close();
    expect(readFileSync(`${name}.damaged-1`, "utf8")).toBe(text);
    expect(await definition(open().call, "p")).toBe(definitionOf([lambda("Anew")]));
  });

  it("that another program changes while we work is kept, and ours written beside it", async () => {
    const { call, region } = open();
    await create(call, "p", [lambda("V1")]);
    const name = logOf("p");
    writeFileSync(name, "");
    appendFileSync(name, "theirs");
    await update(call, "p", "V2");
    expect(told).toEqual([expect.stringContaining(`${name}.damaged-1`)]);
    expect(readFileSync(`${name}.damaged-1`, "utf8")).toBe("theirs");
    rmSync(name);
    await update(call, "p", "V3");
    region.close();
    expect(await versions(open().call, "p")).toEqual([1, 2, 3]);
  });

  it("of someone else, under a name that is none of ours, is left alone", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "notes.json"), "{");
    writeFileSync(join(folder, "notes.log"), "x");
    const { call } = open();
    await create(call, "p");
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(["notes.json", "notes.log"]));
    expect(told).toEqual([]);
  });
});

describe("a state folder", () => {
  it("is one region's at a time: a second one says whose it is, changes nothing, and goes on when the first has gone", async () => {
    const [first, second] = [open(), open()];
    await create(first.call, "p");
    for (const operation of ["ListPipelines", "DescribePipeline"])
      expect(await second.call(operation, { PipelineName: "p" })).toMatchObject(refusedWith(`process ${process.pid}`));
    expect(await create(second.call, "p", [lambda("Theirs")])).toMatchObject(refusedWith("--state"));
    expect(second.region.troubles()).toEqual([expect.stringContaining("Another Stepwire")]);
    expect(await update(first.call, "p", "Mine")).toMatchObject({ status: 200 });
    first.region.close();
    expect(await definition(second.call, "p")).toBe(definitionOf([lambda("Mine")]));
    expect(await update(second.call, "p", "Theirs")).toMatchObject({ body: { PipelineVersionId: 3 } });
  });

  it("that others used while we slept is read anew before anything is written", async () => {
    const sleeper = open();
    await create(sleeper.call, "p");
    // What another one does that takes the sleeper for dead.
    writeFileSync(join(folder, "claim-1"), JSON.stringify({ id: "x", pid: 2 ** 30, began: null, port: null }));
    const other = open();
    await update(other.call, "p", "Theirs");
    const asleep = await update(sleeper.call, "p", "Mine");
    expect(asleep).toMatchObject(refusedWith("Another Stepwire (process"));
    other.region.close();
    expect(await update(sleeper.call, "p", "Mine")).toMatchObject(refusedWith("Try again."));
    expect(await definition(sleeper.call, "p")).toBe(definitionOf([lambda("Theirs")]));
    expect(await update(sleeper.call, "p", "Mine")).toMatchObject({ body: { PipelineVersionId: 3 } });
    expect(told).toEqual([expect.stringContaining("Another Stepwire (process"), expect.stringContaining("Try again.")]);
  });

  // Node's own `mkdir` never comes back from there.
  it.runIf(process.platform === "linux")("below /proc is refused as well, and at once", async () => {
    const { call } = regionAt({ now: begin }, "/proc/nothing/state");
    expect(await call("ListPipelines", {})).toMatchObject(refusedWith("/proc/nothing/state"));
  });

  it("is not held by an earlier process that had our number, as in a container that was started again", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "claim-7"), JSON.stringify({ id: "x", pid: process.pid, began: null, port: null }));
    expect(await create(open().call, "p")).toMatchObject({ status: 200 });
    expect(readdirSync(folder).filter((name) => name.startsWith("claim"))).toEqual(["claim-8"]);
  });

  it("is held by a process that lives, and not by one that has ended", async () => {
    mkdirSync(folder);
    const claim = { id: "x", pid: process.ppid, began: null, port: 4711 };
    writeFileSync(join(folder, "claim-1"), JSON.stringify(claim));
    const { call } = open();
    expect(await call("ListPipelines", {})).toMatchObject(refusedWith(`(process ${process.ppid} at port 4711)`));
    writeFileSync(join(folder, "claim-1"), JSON.stringify({ ...claim, pid: 2 ** 30 }));
    expect(await call("ListPipelines", {})).toMatchObject({ status: 200 });
  });

  it.each<[string, () => void]>([
    ["that is a file", () => writeFileSync(folder, "")],
    ["that lies below a file", () => writeFileSync(join(folder, ".."), "")],
    [
      "that holds what cannot be read",
      () => mkdirSync(join(folder, "eu-west-1.p.0123456789abcdef.log"), { recursive: true }),
    ],
  ])("%s is refused in one line with what to do, and used once it is mended", async (_what, spoil) => {
    const parent = join(folder, "..");
    rmSync(parent, { recursive: true });
    if (_what !== "that lies below a file") mkdirSync(parent);
    spoil();
    const { call, region } = open();
    for (const answer of [await call("ListPipelines", {}), await create(call, "p")]) {
      expect(answer).toMatchObject(refusedWith(folder));
      expect(answer.body.message).toMatch(/^[^\n]+ or choose another folder with --state\.$/);
    }
    expect(region.troubles()).toHaveLength(1);
    rmSync(parent, { recursive: true });
    expect(await create(call, "p")).toMatchObject({ status: 200 });
    expect(region.troubles()).toEqual([]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
});
