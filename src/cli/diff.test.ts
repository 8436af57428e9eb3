import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalRegion } from "../local-region";
import { regionFolder } from "../local-region/state/regionFolder";
import { localClients } from "../server/aws/clients";
import { localRoleArn } from "../server/aws/localNames";
import { startServer } from "../server/main";
import { commandLine } from "../testing/commandLine";
import { fail, lambda, pipeline, training } from "../testing/steps";

const { folder, file, stepwire, remove } = commandLine();
afterAll(remove);

const before = pipeline([lambda("Prep"), fail("Stop", { DependsOn: ["Prep"] })]);
const after = pipeline([lambda("Prep", { FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:g" })]);

describe("stepwire diff", () => {
  it("says that two are alike, whatever the spaces and the order of keys, and exits with 0", async () => {
    const { Version, ...rest } = before;
    const other = file("other.json", JSON.stringify({ ...rest, Version }, null, 4));
    const { code, out, err } = await stepwire("diff", file("before.json", before), other);
    expect([code, out, err]).toEqual([0, "No differences.\n", ""]);
  });

  it("tells a person what changed and what it means, and exits with 1", async () => {
    const { code, out } = await stepwire("diff", file("before.json", before), file("after.json", after));
    expect(code).toBe(1);
    expect(out).toMatch(
      /^1 step changed, 1 removed\.\n\nWhat it means\n {2}! The pipeline's role needs a new permission/,
    );
    expect(out).toContain("  ~ Prep  Lambda · changed\n      FunctionArn: arn:aws:lambda:");
    expect(out).toContain("  - Stop  Fail · removed\n");
    expect(out).toContain("\nEdges\n  - Prep → Stop\n");
  });

  it("tells scripts as JSON, and takes one of the two from stdin or from nothing", async () => {
    const { code, out } = await stepwire("diff", "/dev/null", file("after.json", after), "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      steps: { added: ["Prep"], removed: [], moved: [], changed: [] },
      edges: { added: [], removed: [] },
      parameters: { added: [], removed: [], changed: [] },
      problems: { new: [{ code: "output-unused", step: "Prep" }], gone: [] },
    });
    const twice = await stepwire("diff", "-", "-");
    expect([twice.code, twice.err]).toEqual([2, "stepwire: Only one of the two can be stdin (-).\n"]);
  });

  it.each([
    ["markdown", /^\*\*1 step changed/],
    ["mermaid", /^flowchart LR\n/],
    ["svg", /^<svg [\s\S]*>− removed<\/text>/],
    ["html", /^<!doctype html>[\s\S]*− removed/],
  ])("writes %s", async (form, begin) => {
    const { code, out } = await stepwire("diff", file("before.json", before), file("after.json", after), "--to", form);
    expect(code).toBe(1);
    expect(out).toMatch(begin);
  });

  it("exits with 2 for what cannot be read", async () => {
    const good = file("before.json", before);
    const gone = await stepwire("diff", good, join(folder, "none.json"));
    expect([gone.code, gone.out, gone.err]).toEqual([2, "", expect.stringContaining("there is no such file")]);
    const broken = await stepwire("diff", good, file("broken.json", '{"Steps": [}'));
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining("broken.json:1:12")]);
  });

  it("shows no control characters of a name", async () => {
    const named = file("named.json", pipeline([fail("\u001b[31mred\nnext")]));
    const { out } = await stepwire("diff", "/dev/null", named);
    expect(out).not.toContain("\u001b");
    expect(out).not.toMatch(/^next/m);
  });
});

describe("stepwire diff in a repository of git", () => {
  const repository = join(folder, "repository");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@example.com", ...args], { cwd: repository });

  it("reads a file as a revision has it, and never by the command of a textconv", async () => {
    mkdirSync(join(repository, "pipelines"), { recursive: true });
    git("init", "--quiet", "--initial-branch", "main");
    git("config", "diff.stepwire.textconv", "false");
    file("repository/.gitattributes", "*.json diff=stepwire\n");
    file("repository/pipelines/churn.json", before);
    git("add", ".");
    git("commit", "--quiet", "--message", "first");
    const head = file("repository/pipelines/churn.json", pipeline([lambda("Prep"), training("Train")]));
    const here = process.env.GIT_DIR;
    process.env.GIT_DIR = join(repository, ".git");
    try {
      const { code, out, err } = await stepwire("diff", "main:pipelines/churn.json", head, "--json");
      expect([code, err]).toEqual([1, ""]);
      expect(JSON.parse(out).steps).toMatchObject({ added: ["Train"], removed: ["Stop"] });
      const none = await stepwire("diff", "main:none.json", head);
      expect([none.code, none.err]).toEqual([
        2,
        expect.stringMatching(/main:none\.json cannot be read from git: .*none\.json/),
      ]);
      const nowhere = await stepwire("check", "nowhere:none.json");
      expect([nowhere.code, nowhere.err]).toEqual([2, expect.stringContaining("cannot be read from git")]);
      const option = await stepwire("diff", "--upload-pack=x:none.json", head);
      expect(option.code).toBe(2);
    } finally {
      if (here === undefined) delete process.env.GIT_DIR;
      else process.env.GIT_DIR = here;
    }
  });
});

describe("stepwire diff --target", () => {
  const state = join(folder, "state");
  const here = process.env.STEPWIRE_STATE;
  beforeAll(async () => {
    process.env.STEPWIRE_STATE = state;
    const held = regionFolder({ dir: join(state, "local-region"), chosenBy: "STEPWIRE_STATE" });
    held.claim();
    const region = createLocalRegion({ folder: held });
    const request = { PipelineName: "churn", PipelineDefinition: JSON.stringify(before), RoleArn: localRoleArn };
    await localClients(region).write.createPipeline({ ...request, ClientRequestToken: "a".repeat(32) });
    region.close();
  });
  afterAll(() => {
    if (here === undefined) delete process.env.STEPWIRE_STATE;
    else process.env.STEPWIRE_STATE = here;
  });

  it("compares with what is deployed to the local region, by the file's name or the one that is given", async () => {
    const { code, out, err } = await stepwire("diff", file("churn.json", after), "--target", "local", "--json");
    expect([code, err]).toEqual([1, ""]);
    expect(JSON.parse(out).steps.removed).toEqual(["Stop"]);
    const same = await stepwire("diff", file("x.json", before), "--target", "local", "--deployed-as", "churn");
    expect([same.code, same.out]).toEqual([0, "No differences.\n"]);
  });

  it("asks the editor's server where that works with the state folder", async () => {
    const server = await startServer({ page: folder, port: 0, state, tell: () => {} });
    try {
      await server.warmUp();
      const { code, err } = await stepwire("diff", file("churn.json", after), "--target", "local");
      expect([code, err]).toEqual([1, ""]);
    } finally {
      await server.close();
    }
  });

  it("says what cannot be read, and exits with 2", async () => {
    const file1 = file("nobody.json", after);
    const none = await stepwire("diff", file1, "--target", "local");
    expect([none.code, none.err]).toEqual([
      2,
      expect.stringContaining("nobody at the target Local region cannot be read"),
    ]);
    const nowhere = await stepwire("diff", file1, "--target", "moon");
    expect([nowhere.code, nowhere.err]).toEqual([
      2,
      "stepwire: moon is no target. It is local, or aws:PROFILE/REGION.\n",
    ]);
    const profile = await stepwire("diff", file1, "--target", "aws:nobody-has-this/eu-west-1");
    expect(profile.code).toBe(2);
    const one = await stepwire("diff", file1);
    expect([one.code, one.err]).toEqual([2, expect.stringContaining("Name two files")]);
  });
});
