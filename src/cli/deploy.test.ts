import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startServer } from "../server/main";
import { type AwsLine, openAwsLine } from "../testing/awsLine";
import { commandLine } from "../testing/commandLine";
import { lambda } from "../testing/steps";

const prod = "999988887777";
const roleArn = `arn:aws:iam::${prod}:role/SageMakerRole`;
const definitionOf = (...Steps: object[]) => ({ Version: "2020-12-01", Metadata: {}, Parameters: [], Steps });
const local = ["--target", "local"];

let cli: ReturnType<typeof commandLine>;
let file: string;
const stateBefore = process.env.STEPWIRE_STATE;
beforeEach(() => {
  cli = commandLine();
  process.env.STEPWIRE_STATE = join(cli.folder, "state");
  file = cli.file("churn.json", definitionOf(lambda("A")));
});
afterEach(() => {
  cli.remove();
  if (stateBefore === undefined) delete process.env.STEPWIRE_STATE;
  else process.env.STEPWIRE_STATE = stateBefore;
});

const deploy = (...args: string[]) => cli.stepwire("deploy", file, ...args);
const planOf = async (...args: string[]) => JSON.parse((await deploy(...args, "--plan", "--json")).out).plan;

describe("a deploy from the command line to the local region", () => {
  it("plans, creates, has nothing to do, and updates; --plan writes nothing and tells a difference by 1", async () => {
    const planned = await deploy(...local, "--plan");
    expect([planned.code, planned.out]).toEqual([1, expect.stringContaining("Creates churn: 1 step.")]);
    expect((await deploy(...local, "--plan")).out).toBe(planned.out);

    const created = await deploy(...local, "--yes");
    expect(created.out).toContain(
      "Created churn in Local region: arn:aws:sagemaker:eu-west-1:111122223333:pipeline/churn",
    );
    expect(created.code).toBe(0);
    for (const args of [["--yes"], ["--plan"]]) {
      const again = await deploy(...local, ...args);
      expect([again.code, again.out]).toEqual([0, expect.stringContaining("There is nothing to change.")]);
    }

    file = cli.file("churn.json", definitionOf(lambda("A", { Arguments: { x: 1 } }), lambda("B")));
    const updated = await deploy(...local, "--yes", "--json");
    expect(updated.code).toBe(0);
    expect(JSON.parse(updated.out)).toMatchObject({ deployed: { outcome: "updated" }, plan: { kind: "update" } });
  });

  it("writes the plan that was seen, and no other", async () => {
    const { fingerprint } = await planOf(...local);
    file = cli.file("churn.json", definitionOf(lambda("Other")));
    const stale = await deploy(...local, "--plan-hash", fingerprint);
    expect([stale.code, stale.err]).toEqual([1, expect.stringContaining("Nothing was written.")]);
    const { fingerprint: seen, kind } = await planOf(...local);
    expect(kind).toBe("create");
    expect((await deploy(...local, "--plan-hash", seen)).code).toBe(0);
  });

  it("is refused for errors, for what it cannot be asked, and for what it does not know", async () => {
    expect(await deploy(...local)).toMatchObject({
      code: 2,
      err: expect.stringContaining("--plan-hash HASH or --yes"),
    });
    expect(await deploy("--target", "gcp", "--yes")).toMatchObject({
      code: 2,
      err: expect.stringContaining("is no target"),
    });
    const unknown = await deploy(...local, "--yes", "--map", "nobody=someone");
    expect(unknown).toMatchObject({
      code: 2,
      err: expect.stringContaining("does not name nobody. It names function:arn:"),
    });
    expect(await deploy(...local, "--yes", "--map", "nothing")).toMatchObject({ code: 2 });
    file = cli.file(
      "churn.json",
      definitionOf(lambda("A", { Arguments: { x: { Get: "Steps.Gone.OutputParameters['y']" } } })),
    );
    const broken = await deploy(...local, "--yes");
    expect([broken.code, broken.err]).toEqual([1, expect.stringContaining("reference-unknown-step")]);
    expect((await deploy(...local, "--plan")).out).toContain("Creates churn");
  });

  it("goes through the server that has the local region", async () => {
    const state = process.env.STEPWIRE_STATE ?? "";
    const server = await startServer({ page: cli.folder, port: 0, state, tell: () => {} });
    try {
      await server.warmUp();
      expect((await deploy(...local, "--yes")).out).toContain("Created churn in Local region");
      expect((await deploy(...local, "--plan")).code).toBe(0);
    } finally {
      await server.close();
    }
    expect((await deploy(...local, "--plan")).code).toBe(0);
  });
});

describe("a deploy from the command line to an account", () => {
  const aws = ["--target", "aws:/us-east-1"];
  let line: AwsLine;
  beforeEach(async () => {
    line = await openAwsLine({
      "sts.GetCallerIdentity": () => ({ Account: prod, Arn: `arn:aws:iam::${prod}:user/me`, UserId: "AIDA" }),
    });
  });
  afterEach(() => line.close());

  it("maps what is called otherwise there, says what is left, and asks for a role once", async () => {
    expect(await deploy(...aws, "--yes")).toMatchObject({ code: 2, err: expect.stringContaining("--role ARN") });
    const unmapped = await deploy(...aws, "--plan", "--role", roleArn);
    expect(unmapped.out).toContain(
      "arn:aws:lambda:eu-west-1:111122223333:function:f still names the account 111122223333 (A).",
    );
    expect(unmapped.out).toMatch(/In the account\n {2}\?/);
    const maps = ["--map", `111122223333=${prod}`, "--map", "eu-west-1=us-east-1"];
    const created = await deploy(...aws, "--yes", "--role", roleArn, ...maps);
    expect(created.code).toBe(0);
    expect(created.out).not.toContain("still names");
    const again = await deploy(...aws, "--plan", ...maps);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("There is nothing to change.")]);
    const one = await planOf(
      ...aws,
      "--map",
      `arn:aws:lambda:eu-west-1:111122223333:function:f=arn:aws:lambda:us-east-1:${prod}:function:g`,
    );
    expect(one.steps[0].fields[0]).toMatchObject({ path: "FunctionArn", after: expect.stringContaining("function:g") });
  });

  it("does nothing twice after a write whose answer was lost", async () => {
    const token = join(process.env.STEPWIRE_STATE ?? "", "intents");
    line.line.meet("", ({ operation, nth }) =>
      operation === "CreatePipeline" && nth === 0 ? { effect: "none", reply: (socket) => socket.destroy() } : null,
    );
    const lost = await deploy(...aws, "--yes", "--role", roleArn);
    expect(lost.code).toBe(2);
    expect(readdirSync(token)).toHaveLength(1);
    expect((await deploy(...aws, "--yes", "--role", roleArn)).code).toBe(0);
    expect(existsSync(token) && readdirSync(token)).toEqual([]);
    const creates = line.line.calls("").filter((operation) => operation === "CreatePipeline");
    expect(creates.length).toBe(2);
  });
});
