/** What an agent may do where `--allow-deploy` stands: with a local region in memory, and with an account that is made up. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { OperationError } from "../contract/operationError";
import type { Reach } from "../mcp/reach";
import { createMcpServer } from "../mcp/server";
import { fail, pipeline, read } from "../testing/steps";
import { reachOf, readReach } from "./mcpReach";

const folder = mkdtempSync(join(tmpdir(), "stepwire-mcp-deploy-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (definition: object) => writeFileSync(join(folder, "churn.json"), JSON.stringify(definition));
const file = "churn.json";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});
async function agent(reach: Reach | null) {
  const client = new Client({ name: "test", version: "0" });
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createMcpServer(folder, "0.0.0", reach).connect(theirs);
  await client.connect(ours);
  open.push(() => client.close());
  return async (name: string, args: object = {}) => {
    const { content, isError = false } = await client.callTool({ name, arguments: { ...args } });
    const [{ text }] = content as [{ text: string }];
    return { isError, text, value: isError ? null : JSON.parse(text) };
  };
}

const allowed = ["plan", "deploy", "start", "execution"];

describe("an agent that may deploy to the local region", () => {
  const local = async () => {
    const reach = await reachOf(readReach(true));
    open.push(reach.close);
    return agent(reach);
  };

  it("plans, deploys and starts what its file says, and nothing else", async () => {
    const call = await local();
    write(pipeline([fail("Stop")]));
    const { value: plan } = await call("plan", { file });
    expect(plan).toMatchObject({ kind: "create", pipelineName: "churn", target: "Local region", problems: [] });
    expect((await call("start", { file })).text).toContain("Call plan and deploy first");
    write(pipeline([fail("Stop"), fail("Halt")]));
    expect((await call("deploy", { file, plan: plan.plan })).text).toContain("Call plan again");
    const { value: next } = await call("plan", { file });
    expect((await call("deploy", { file, plan: next.plan })).value).toMatchObject({ outcome: "created" });
    const started = await call("start", { file });
    const { executionArn } = started.value;
    const seen = await call("execution", { executionArn });
    expect(seen.value).toMatchObject({ arn: executionArn, status: expect.any(String), steps: expect.any(Array) });
  });

  it("is refused a definition with errors, in words that say what is wrong", async () => {
    const call = await local();
    write(pipeline([fail("Stop", { Arguments: { ErrorMessage: read("Steps.Nobody.Outcome") } })]));
    const { isError, text } = await call("deploy", { file });
    expect(isError).toBe(true);
    expect(text).toContain("Nobody");
    expect(text).toContain("Mend what is wrong");
  });
});

describe("an agent that may deploy to one account", () => {
  const account = (deployed: boolean) => {
    const sent: [string, { target: unknown }][] = [];
    const reach: Reach = {
      target: readReach("aws:research/eu-west-1"),
      role: null,
      ask: async (name, request) => {
        sent.push([name, request as { target: unknown }]);
        if (name === "plan") return { kind: deployed ? "none" : "create", fingerprint: "seen", upload: null } as never;
        if (name === "deploy" && (request as { approved: string }).approved !== "seen")
          throw new OperationError({ kind: "stale", name: "StalePlan", message: "The plan no longer fits." });
        return { executionArn: "arn" } as never;
      },
    };
    return { reach, sent };
  };
  const roleArn = "arn:aws:iam::111122223333:role/Pipelines";

  it("has to give the plan that it has seen, and a role", async () => {
    const { reach, sent } = account(true);
    const call = await agent(reach);
    write(pipeline([fail("Stop")]));
    expect((await call("plan", { file })).text).toContain("roleArn");
    for (const name of ["deploy", "start"]) expect((await call(name, { file, roleArn })).isError).toBe(true);
    expect(sent).toEqual([]);
    expect((await call("deploy", { file, roleArn, plan: "guessed" })).text).toContain("Call plan again");
    expect((await call("start", { file, roleArn, plan: "guessed" })).isError).toBe(true);
    expect(sent.map(([name]) => name)).toEqual(["plan", "deploy", "plan"]);
    expect((await call("deploy", { file, roleArn, plan: "seen" })).isError).toBe(false);
    expect((await call("start", { file, roleArn, plan: "seen" })).value).toEqual({ executionArn: "arn" });
  });

  it("reaches that one, whatever it asks for", async () => {
    const { reach, sent } = account(true);
    const call = await agent(reach);
    write(pipeline([fail("Stop")]));
    const target = { kind: "aws", profile: "production", region: "us-east-1" };
    await call("deploy", { file, roleArn, plan: "seen", target });
    await call("execution", { executionArn: "arn", target });
    expect(sent.length).toBeGreaterThan(2);
    for (const [, request] of sent)
      expect(request.target).toEqual({ kind: "aws", profile: "research", region: "eu-west-1" });
  });
});

describe("--allow-deploy", () => {
  it("left out, leaves no tool that deploys or starts", async () => {
    const call = await agent(null);
    for (const name of allowed) expect((await call(name, { file, executionArn: "arn" })).isError).toBe(true);
  });

  it("names a profile and a region, or nothing", () => {
    expect(readReach(true)).toEqual({ kind: "local" });
    expect(readReach("aws:a/b/eu-west-1")).toEqual({ kind: "aws", profile: "a/b", region: "eu-west-1" });
    expect(readReach("aws:/eu-west-1")).toEqual({ kind: "aws", profile: "", region: "eu-west-1" });
    for (const text of ["pipelines", "aws:research", "aws:research/", "aws:research/moon", "local", ""])
      expect(() => readReach(text)).toThrow(/--allow-deploy takes/);
  });
});
