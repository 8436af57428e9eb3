import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandLine } from "../src/testing/commandLine";
import { fail, lambda, pipeline, read } from "../src/testing/steps";
import { pullRequest } from "./pullRequest.mjs";

const { folder, file, stepwire, remove } = commandLine();
const repository = join(folder, "repository");
const home = process.cwd();
const git = (...args: string[]) =>
  execFileSync("git", ["-c", "user.name=n", "-c", "user.email=e@example.com", ...args], { cwd: repository }).toString();

/** A name that would be a command in a shell, a tag in a page and a line of its own in a report. */
const odd = "pipelines/$(touch pwned)`x`<img src=x>::error::@all.pipeline.json";
const sound = pipeline([lambda("Prep"), fail("Stop", { DependsOn: ["Prep"] })]);
const faulty = pipeline([lambda("Prep"), fail("Stop", { Arguments: { ErrorMessage: read("Steps.Nobody.Outcome") } })]);
let base = "";

/** What GitHub keeps of the pull request's comments, and what it was asked. */
const github = {
  comments: [] as { id: number; body: string; user: { type: string } }[],
  asked: [] as string[],
  refuses: false,
};
const server = createServer((request, response) => {
  github.asked.push(`${request.method} ${request.url}`);
  let sent = "";
  request.on("data", (chunk) => {
    sent += chunk;
  });
  request.on("end", () => {
    response.setHeader("content-type", "application/json");
    if (github.refuses && request.method !== "GET") {
      response.statusCode = 403;
      response.end("{}");
      return;
    }
    const { body } = sent === "" ? { body: "" } : JSON.parse(sent);
    const id = Number(request.url?.split("/").at(-1));
    if (request.method === "POST") github.comments.push({ id: 7, body, user: { type: "Bot" } });
    if (request.method === "PATCH")
      github.comments = github.comments.map((one) => (one.id === id ? { ...one, body } : one));
    response.end(JSON.stringify(github.comments));
  });
});

beforeAll(async () => {
  mkdirSync(join(repository, "pipelines"), { recursive: true });
  git("init", "--quiet", "--initial-branch", "main");
  file("repository/pipelines/churn.pipeline.json", sound);
  file("repository/pipelines/gone.pipeline.json", sound);
  file("repository/pipelines/same.pipeline.json", faulty);
  git("add", ".");
  git("commit", "--quiet", "--message", "base");
  base = git("rev-parse", "HEAD").trim();
  process.chdir(repository);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  process.chdir(home);
  server.close();
  remove();
});

async function run(more: Readonly<Record<string, string>> = {}) {
  const summary = file("summary.md", "");
  let log = "";
  const env = {
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: file("event.json", { pull_request: { number: 12, base: { sha: base } } }),
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    GITHUB_REPOSITORY: "acme/ml",
    GITHUB_STEP_SUMMARY: summary,
    STEPWIRE_FILES: "**/*.pipeline.json\n",
    STEPWIRE_TOKEN: "t",
    ...more,
  };
  const code = await pullRequest(env, stepwire, {
    write: (text) => {
      log += text;
    },
  });
  return { code, log, summary: readFileSync(summary, "utf8") };
}

/** Leaves the commit of the base, with these files beside it. */
function change(files: Readonly<Record<string, object | null>>) {
  git("checkout", "--quiet", base);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) rmSync(join(repository, path));
    else writeFileSync(join(repository, path), JSON.stringify(content));
  }
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", "head");
}

describe("the action on a pull request", () => {
  it("writes one comment, marks what is new alone, and fails where that is an error", async () => {
    change({ "pipelines/churn.pipeline.json": faulty, "pipelines/gone.pipeline.json": null, [odd]: sound });
    const { code, log, summary } = await run();
    expect(code).toBe(1);
    expect(log).toMatch(
      /^::error file=pipelines\/churn\.pipeline\.json,line=\d+,col=\d+,title=Stepwire%3A reference-unknown-step::/m,
    );
    expect(log).not.toContain("same.pipeline.json");
    expect(log.split("\n").filter((line) => line !== "" && !/^::(error|warning|notice) file=/.test(line))).toEqual([]);
    expect(summary).toBe("");
    const [comment] = github.comments;
    expect(comment?.body).toMatch(/^<!-- stepwire -->\n### /);
    expect(comment?.body).toContain("### ` pipelines/churn.pipeline.json `\n\n**1 step changed");
    expect(comment?.body).toContain("### ` pipelines/gone.pipeline.json `\n\n**2 steps removed");
    expect(comment?.body).toContain(`### \`\` ${odd} \`\`\n\n**2 steps added`);
    expect(() => readFileSync(join(repository, "pwned"))).toThrow();
  });

  it("keeps that comment up to date, and takes no other for it", async () => {
    github.comments = [{ id: 3, body: "<!-- stepwire -->\nI am a person", user: { type: "User" } }, ...github.comments];
    change({ "pipelines/churn.pipeline.json": pipeline([lambda("Prep")]) });
    const { code } = await run();
    expect(code).toBe(0);
    expect(github.comments.map(({ id }) => id)).toEqual([3, 7]);
    expect(github.comments[0]?.body).toContain("I am a person");
    expect(github.comments[1]?.body).toContain("**1 step removed");
    change({});
    await run();
    expect(github.comments[1]?.body).toBe("<!-- stepwire -->\nNo pipeline is changed any more.\n");
  });

  it("writes to the job summary where the token may not write", async () => {
    github.refuses = true;
    change({ "pipelines/churn.pipeline.json": pipeline([lambda("Prep")]) });
    const { code, log, summary } = await run();
    github.refuses = false;
    expect(code).toBe(0);
    expect(log).toContain("No comment is written (GitHub answers 403): the report goes to the job summary.");
    expect(summary).toContain("**1 step removed");
  });

  it("tells of a file that is no definition, and fails", async () => {
    change({ "pipelines/churn.pipeline.json": { Steps: 1 } });
    const { code, log } = await run({ STEPWIRE_COMMENT: "false" });
    expect([code, log]).toEqual([1, expect.stringContaining("::error file=pipelines/churn.pipeline.json")]);
    expect((await run({ STEPWIRE_FAIL_ON_ERRORS: "false" })).code).toBe(0);
  });

  it.each(["pull_request_target", "push"])("refuses to run on %s", async (event) => {
    const asked = github.asked.length;
    const { code, log } = await run({ GITHUB_EVENT_NAME: event });
    expect([code, github.asked.length]).toEqual([1, asked]);
    expect(log).toContain("runs on pull_request alone");
  });
});

describe("the action's file", () => {
  const text = readFileSync(join(home, "action.yml"), "utf8");

  it("puts no expression into a script", () => {
    const scripts = text.split("\n").filter((line) => /^\s*(?:- )?run:/.test(line));
    expect(scripts).toEqual(['      run: node "$GITHUB_ACTION_PATH/scripts/pullRequest.mjs"']);
  });
});
