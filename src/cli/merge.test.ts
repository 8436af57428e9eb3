import { execFile } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine } from "../testing/commandLine";
import { fail, lambda, pipeline, training } from "../testing/steps";

const { folder, file, stepwire, remove } = commandLine();
afterAll(remove);

const pretty = (value: object) => `${JSON.stringify(value, null, 4)}\n`;
const arn = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const steps = (...list: Parameters<typeof pipeline>[0]) => pretty(pipeline(list));

function three(base: string, ours: string, theirs: string) {
  return { base: file("base", base), ours: file("ours", ours), theirs: file("theirs", theirs) };
}
const merged = async (texts: ReturnType<typeof three>, ...path: string[]) => {
  const { code, err } = await stepwire("merge", texts.base, texts.ours, texts.theirs, ...path);
  return { code, err, text: readFileSync(texts.ours, "utf8") };
};

describe("stepwire merge", () => {
  it("keeps both sides' edits of different steps and fields, though they touch the same lines", async () => {
    const base = steps(lambda("Prep", { FunctionArn: arn("f") }), fail("Stop"));
    const ours = steps(lambda("Prep", { FunctionArn: arn("g") }), fail("Stop"), training("Mine"));
    const theirs = steps(lambda("Prep", { FunctionArn: arn("f"), DisplayName: "p" }), fail("Stop"), training("Theirs"));
    const { code, err, text } = await merged(three(base, ours, theirs));
    expect([code, err]).toEqual([0, ""]);
    const { Steps } = JSON.parse(text);
    expect(Steps.map(({ Name }: { Name: string }) => Name).toSorted()).toEqual(["Mine", "Prep", "Stop", "Theirs"]);
    expect(Steps[0]).toMatchObject({ FunctionArn: arn("g"), DisplayName: "p" });
    expect(text).toMatch(/^\{\n {4}"Version"/);
  });

  it("marks what both changed differently as git does, says it in words, and exits with 1", async () => {
    const text = (name: string, more: object = {}) => steps(lambda("Prep", { FunctionArn: arn(name), ...more }));
    const {
      code,
      err,
      text: now,
    } = await merged(three(text("f"), text("g"), text("h", { DisplayName: "p" })), "pipelines/churn.json");
    expect(code).toBe(1);
    expect(err).toBe(
      `stepwire: pipelines/churn.json: both changed Prep FunctionArn: ${arn("g")} here, ${arn("h")} there.\n`,
    );
    expect(now).toMatch(/<<<<<<< ours\n[^\n]*function:g[^\n]*\n=======\n[^\n]*function:h[^\n]*\n>>>>>>> theirs\n/);
    expect(now.match(/DisplayName/g)).toHaveLength(1);
  });

  it("takes a file that each side added, where they say the same of each step", async () => {
    const { code, text } = await merged(three("", steps(fail("A")), steps(fail("A"), fail("B"))));
    expect(code).toBe(0);
    expect(JSON.parse(text).Steps.map(({ Name }: { Name: string }) => Name)).toEqual(["A", "B"]);
  });

  it("merges what lies beside a definition: of two places of a card ours stays, ignores are kept", async () => {
    const beside = (x: number, more: object) => pretty({ version: 1, layout: { Prep: { x, y: 0 } }, ...more });
    const { code, text } = await merged(
      three(
        beside(0, {}),
        beside(1, { ignores: [{ rule: "a", reason: "r" }] }),
        beside(2, { notes: [{ id: "n", text: "t" }] }),
      ),
    );
    expect(code).toBe(0);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      layout: { Prep: { x: 1, y: 0 } },
      ignores: [{ rule: "a", reason: "r" }],
      notes: [{ id: "n", text: "t" }],
    });
  });

  it("merges by lines what is no definition, and says so", async () => {
    const { code, err, text } = await merged(three("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n"), "notes.txt");
    expect([code, text]).toEqual([0, "A\nb\nc\nD\n"]);
    expect(err).toContain("notes.txt is no definition on each side; it is merged by lines.");
  });
});

describe("stepwire merge as git's driver", () => {
  const repository = join(folder, "repository");
  const names = ["-c", "user.name=n", "-c", "user.email=e@example.com"];
  const git = async (...args: string[]) =>
    (await promisify(execFile)("git", [...names, ...args], { cwd: repository })).stdout;
  const commit = async (branch: string, text: string) => {
    await git("checkout", "--quiet", "-B", branch, "main");
    file("repository/churn.pipeline.json", text);
    await git("commit", "--quiet", "--all", "--message", branch);
  };
  const now = () => readFileSync(join(repository, "churn.pipeline.json"), "utf8");
  const called: string[][] = [];
  // Git calls a program of its own; it is answered by the command as it lies here.
  const server = createServer((request, response) => {
    const [base = "", ours = "", theirs = "", path = ""] = new URL(request.url ?? "", "http://x").searchParams.getAll(
      "a",
    );
    called.push([base, ours, theirs, path]);
    const files = [base, ours, theirs].map((name) => join(repository, name));
    void stepwire("merge", ...files, path).then(({ code }) => response.end(String(code)));
  });

  beforeAll(async () => {
    mkdirSync(repository);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const asks = `const asked = process.argv.slice(2).map((a) => "a=" + encodeURIComponent(a)).join("&");
const answer = await fetch("http://127.0.0.1:${port}/?" + asked);
process.exit(Number(await answer.text()));
`;
    const driver = file("driver.mjs", asks);
    await git("init", "--quiet", "--initial-branch", "main");
    await git("config", "merge.stepwire.driver", `"${process.execPath}" "${driver}" %O %A %B %P`);
    file("repository/.gitattributes", "*.pipeline.json merge=stepwire\n");
    file("repository/churn.pipeline.json", steps(lambda("Prep", { FunctionArn: arn("f") })));
    await git("add", ".");
    await git("commit", "--quiet", "--message", "first");
  });
  afterAll(() => server.close());

  it("merges what lines could not: both sides added a step in the same place", async () => {
    const prep = lambda("Prep", { FunctionArn: arn("f") });
    await commit("theirs", steps(prep, fail("Theirs")));
    await commit("ours", steps(prep, fail("Ours")));
    await git("merge", "--quiet", "--no-edit", "theirs");
    expect(called.at(-1)?.[3]).toBe("churn.pipeline.json");
    const names = JSON.parse(now()).Steps.map(({ Name }: { Name: string }) => Name);
    expect(names.toSorted()).toEqual(["Ours", "Prep", "Theirs"]);
    expect(await git("status", "--porcelain")).toBe("");
  });

  it("leaves a conflict to the person, as git does", async () => {
    await commit("theirs", steps(lambda("Prep", { FunctionArn: arn("h") })));
    await commit("ours", steps(lambda("Prep", { FunctionArn: arn("g") })));
    await expect(git("merge", "--quiet", "--no-edit", "theirs")).rejects.toThrow();
    expect(now()).toContain("<<<<<<< ours\n");
    expect(await git("status", "--porcelain")).toBe("UU churn.pipeline.json\n");
    await git("merge", "--abort");
  });
});
