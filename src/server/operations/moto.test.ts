/** The path to AWS, held against moto where the Python environment of `interop/` is there. Moto has neither steps nor stop. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalRegion } from "../../local-region";
import { createRegions } from "../aws/regions";
import { deploy } from "../deploy/deploy";
import { describeDeployed } from "../deploy/describeDeployed";
import { planFor } from "../deploy/plan";
import { createLaunchCodes } from "../door/launchCodes";
import { createFolders } from "../files/folders";
import { handlers } from ".";
import type { OperationContext } from "./operation";

const motoServer = join(import.meta.dirname, "../../../interop/.venv/bin/moto_server");
const target = { kind: "aws", profile: "", region: "eu-west-1" } as const;
const environment = { AWS_ACCESS_KEY_ID: "testing", AWS_SECRET_ACCESS_KEY: "testing" };
const definition = (...steps: string[]) =>
  JSON.stringify({
    Version: "2020-12-01",
    Parameters: [{ Name: "Bucket", Type: "String", DefaultValue: "b" }],
    Steps: steps.map((Name) => ({ Name, Type: "Fail", Arguments: { ErrorMessage: "no" } })),
  });
const intent = (text: string) => ({
  target,
  pipelineName: "churn",
  definition: text,
  roleArn: "arn:aws:iam::123456789012:role/SageMakerRole",
});
const noProblems = async () => [];
const contextOf = (): OperationContext => ({
  regions: createRegions({ localRegion: async () => createLocalRegion() }),
  check: noProblems,
  token: "the-token",
  codes: createLaunchCodes(() => 0),
  folders: createFolders(""),
});
const context = contextOf();
const { regions } = context;

let moto: ChildProcess;

/** Starts moto on a port that is free, and reads the port from what it prints. */
function startMoto(): Promise<number> {
  moto = spawn(motoServer, ["-H", "127.0.0.1", "-p", "0"], { stdio: ["ignore", "pipe", "pipe"] });
  return new Promise((resolve, reject) => {
    let said = "";
    const look = (part: Buffer) => {
      said += part.toString();
      const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    };
    moto.stdout?.on("data", look);
    moto.stderr?.on("data", look);
    moto.once("exit", (code) => reject(new Error(`moto ended with ${code}:\n${said}`)));
  });
}

describe.runIf(existsSync(motoServer))("the path to AWS, against moto", () => {
  const before = { ...process.env };
  beforeAll(async () => {
    const port = await startMoto();
    Object.assign(process.env, environment, { AWS_ENDPOINT_URL_SAGEMAKER: `http://127.0.0.1:${port}` });
  }, 60_000);
  afterAll(() => {
    moto.removeAllListeners("exit");
    moto.kill();
    for (const name of [...Object.keys(environment), "AWS_ENDPOINT_URL_SAGEMAKER"]) delete process.env[name];
    Object.assign(process.env, before);
  });

  it("offers the environment's credentials, which name no region", async () => {
    expect((await regions.targets()).profiles).toContainEqual({ name: "", label: "Environment", region: null });
  });

  it("creates, updates, describes, lists, starts and deletes", async () => {
    const region = await regions.region(target);
    const deployNow = async (text: string) => {
      const plan = await planFor(region, intent(text), noProblems);
      const approval = { approved: plan.fingerprint, anyway: false, token: crypto.randomUUID() };
      return deploy(region, intent(text), approval, noProblems);
    };
    expect((await deployNow(definition("A"))).outcome).toBe("created");
    expect((await deployNow(definition("A", "B"))).outcome).toBe("updated");
    expect((await deployNow(definition("A", "B"))).outcome).toBe("unchanged");

    const described = await handlers.describePipeline({ target, pipeline: "churn" }, context);
    expect(JSON.parse(described.definition)).toEqual(JSON.parse(definition("A", "B")));
    expect((await handlers.listPipelines({ target }, context)).pipelines).toMatchObject([{ name: "churn" }]);

    const parameters = [{ name: "Bucket", value: "other" }];
    const start = { target, pipeline: "churn", parameters, token: crypto.randomUUID() };
    const started = await handlers.startExecution(start, context);
    const of = { target, executionArn: started.executionArn };
    expect(await handlers.describeExecution(of, context)).toMatchObject({
      arn: started.executionArn,
      status: "Succeeded",
    });
    expect((await handlers.listExecutions({ target, pipeline: "churn" }, context)).executions).toHaveLength(1);
    expect((await handlers.parametersForExecution(of, context)).parameters).toEqual(parameters);
    expect(JSON.parse((await handlers.definitionForExecution(of, context)).definition)).toMatchObject({
      Version: "2020-12-01",
    });

    await handlers.deletePipeline({ target, pipeline: "churn", token: crypto.randomUUID() }, context);
    expect(await describeDeployed(region, "churn")).toBeNull();
  });

  it("says of an operation that moto does not have, and answers with a page, that it was not SageMaker", async () => {
    const executionArn = "arn:aws:sagemaker:eu-west-1:123456789012:pipeline/churn/execution/abcdefghijkl";
    await expect(handlers.listSteps({ target, executionArn }, context)).rejects.toMatchObject({
      error: { kind: "unreadable" },
    });
  });
});

describe("an AWS that cannot be reached", () => {
  it("is a network error, and nothing was done", async () => {
    const saved = process.env.AWS_ENDPOINT_URL_SAGEMAKER;
    Object.assign(process.env, environment, { AWS_ENDPOINT_URL_SAGEMAKER: "http://127.0.0.1:9" });
    try {
      await expect(handlers.listPipelines({ target }, contextOf())).rejects.toMatchObject({
        error: { kind: "network" },
      });
    } finally {
      for (const name of [...Object.keys(environment), "AWS_ENDPOINT_URL_SAGEMAKER"]) delete process.env[name];
      if (saved !== undefined) process.env.AWS_ENDPOINT_URL_SAGEMAKER = saved;
    }
  });
});
