/** Every file operation that the local region makes fails in turn, half way where it writes. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { begin, type Call, caller, create, definitionOf, lambda, regionAt, token } from "../testing/regionCalls";

/** The operations from the `from`-th on fail, `many` of them. */
const disk = vi.hoisted(() => ({
  from: Number.POSITIVE_INFINITY,
  many: 1,
  code: "ENOSPC",
  asked: 0,
  /** The one that fails whenever it is asked for, by name. */
  broken: "",
  /** What was done, by name; what is to reach the disk at once says so. */
  done: [] as string[],
}));

vi.mock("node:fs", async (original) => {
  const real = await original<typeof import("node:fs")>();
  type Work = (...given: unknown[]) => unknown;
  const faulty = (name: string, work: Work): Work => {
    return (...given) => {
      const at = disk.asked++;
      const { flush } = Object(given[2]);
      disk.done.push(flush === true ? `${name}, synced` : name);
      if (name !== disk.broken && (at < disk.from || at >= disk.from + disk.many)) return work(...given);
      if (name === "writeFileSync") work(given[0], String(given[1]).slice(0, String(given[1]).length / 2), given[2]);
      if (name === "closeSync" || name === "copyFileSync") work(...given);
      throw Object.assign(new Error(`${disk.code}: ${name}`), { code: disk.code });
    };
  };
  const names = ["openSync", "writeFileSync", "fsyncSync", "fstatSync", "ftruncateSync", "closeSync", "copyFileSync"];
  const others = ["mkdirSync", "readdirSync", "readFileSync", "renameSync", "rmSync"];
  const wrapped = [...names, ...others].map((name) => [name, faulty(name, real[name as "openSync"] as Work)]);
  return { ...real, ...Object.fromEntries(wrapped) };
});

let folder: string;
const complaints = vi.spyOn(console, "error");
afterEach(() => {
  Object.assign(disk, { from: Number.POSITIVE_INFINITY, broken: "" });
  rmSync(folder, { recursive: true, force: true });
  complaints.mockReset();
});

const definition = (step: string) => ({ PipelineName: "p", PipelineDefinition: definitionOf([lambda(step)]) });
const steps: readonly ((call: Call) => ReturnType<Call>)[] = [
  (call) => create(call, "p"),
  (call) => create(call, "q"),
  (call) => call("UpdatePipeline", definition("V2")),
  (call) => call("StartPipelineExecution", { PipelineName: "p", ClientRequestToken: token("s") }),
  (call) => call("DeletePipeline", { PipelineName: "q" }),
  (call) => call("UpdatePipeline", definition("V3")),
];

async function stateOf(call: Call) {
  const { body: all } = await call("ListPipelines", {});
  const { body: versions } = await call("ListPipelineVersions", { PipelineName: "p" });
  const { body: executions } = await call("ListPipelineExecutions", { PipelineName: "p" });
  const { body: described } = await call("DescribePipeline", { PipelineName: "p" });
  const count = (list: unknown) => (list as unknown[]).length;
  return [
    count(all.PipelineSummaries),
    count(versions.PipelineVersionSummaries),
    count(executions.PipelineExecutionSummaries),
    described.PipelineDefinition,
  ];
}
const expected = [1, 3, 1, definitionOf([lambda("V3")])];

/** Does each step, again where the disk failed, and tells how often it did. */
async function work(call: Call): Promise<number> {
  let refused = 0;
  for (const step of steps) {
    for (let tries = 0; ; tries++) {
      const { status, body } = await step(call);
      if (status === 200) break;
      refused++;
      expect([status, body.__type]).toEqual([507, "LocalStateException"]);
      expect(body.message).toMatch(/^The [^\n]+ or choose another folder with --state\.$/);
      if (tries > disk.many) throw new Error(`Refused again and again: ${body.message}`);
    }
  }
  return refused;
}

const namesOf = (where: string) => readdirSync(where, { recursive: true, encoding: "utf8" });
const asideIn = (where: string) => namesOf(where).filter((name) => name.includes(".damaged-")).length;

it("what is acknowledged has been synced to the disk", async () => {
  folder = mkdtempSync(join(tmpdir(), "stepwire-failing-"));
  const { call } = regionAt({ now: begin }, folder);
  disk.done = [];
  await create(call, "p");
  expect(disk.done.slice(-2)).toEqual(["writeFileSync, synced", "renameSync"]);
  disk.done = [];
  await call("UpdatePipeline", definition("V2"));
  expect(disk.done.slice(-3)).toEqual(["writeFileSync", "fsyncSync", "closeSync"]);
});

it("half a copy of a damaged file is not kept as if it were whole", async () => {
  folder = mkdtempSync(join(tmpdir(), "stepwire-failing-"));
  const before = regionAt({ now: begin }, folder);
  await create(before.call, "p");
  before.region.close();
  const log = namesOf(folder).find((name) => name.endsWith(".log")) ?? "";
  writeFileSync(join(folder, log), "damaged");
  const { call } = regionAt({ now: begin }, folder);
  disk.broken = "copyFileSync";
  expect(await call("ListPipelines", {})).toMatchObject({ status: 507 });
  expect(asideIn(folder)).toBe(0);
  disk.broken = "";
  expect(await call("ListPipelines", {})).toMatchObject({ status: 200 });
  expect(asideIn(folder)).toBe(1);
});

describe.each([
  ["ENOSPC", 1],
  ["EACCES", 3],
])("a disk that fails with %s, %i times on end", (code, many) => {
  it("costs nothing that was acknowledged, does nothing twice, and says each time what to do", async () => {
    Object.assign(disk, { code, many });
    let failed = 0;
    let last = 0;
    for (let from = 0; from <= last; from++) {
      folder = mkdtempSync(join(tmpdir(), "stepwire-failing-"));
      const { region, call } = regionAt({ now: begin }, folder);
      disk.asked = 0;
      disk.from = from;
      if ((await work(call)) > 0) failed++;
      last = disk.asked;
      disk.from = Number.POSITIVE_INFINITY;
      expect([from, await stateOf(call)]).toEqual([from, expected]);
      // What failed is taken back at once, unless that fails as well.
      if (many === 1) expect([from, asideIn(folder)]).toEqual([from, 0]);
      region.close();
      expect([from, await stateOf(caller(regionAt({ now: begin }, folder).region))]).toEqual([from, expected]);
      rmSync(folder, { recursive: true });
    }
    expect(failed).toBeGreaterThan(20);
    // A full disk is no fault of ours: nothing for the log of bugs.
    expect(complaints).not.toHaveBeenCalled();
  });
});
