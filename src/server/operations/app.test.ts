import { beforeEach, describe, expect, it, vi } from "vitest";
import { OperationError } from "../../contract/operationError";
import type { OperationName, RequestOf, ResponseOf } from "../../contract/operations";
import { createLocalRegion } from "../../local-region";
import { localClients } from "../aws/clients";
import { localRoleArn } from "../aws/localNames";
import { createRegions } from "../aws/regions";
import { reportProblems } from "../deploy/reportProblems";
import { createLaunchCodes, type LaunchCodes } from "../door/launchCodes";
import { createFolders } from "../files/folders";
import { createApp } from "./app";

const target = { kind: "local" } as const;
const token = () => crypto.randomUUID();
const preprocess = {
  Name: "Preprocess",
  Type: "Lambda",
  Arguments: { bucket: { Get: "Parameters.Bucket" } },
  FunctionArn: "arn:aws:lambda:eu-west-1:111122223333:function:preprocess",
  OutputParameters: [{ OutputName: "train_path", OutputType: "String" }],
};
const check = (name: string) => ({
  Name: name,
  Type: "Lambda",
  FunctionArn: preprocess.FunctionArn,
  Arguments: { path: { Get: "Steps.Preprocess.OutputParameters['train_path']" } },
});
const definitionOf = (...steps: object[]) =>
  JSON.stringify({
    Version: "2020-12-01",
    Metadata: {},
    Parameters: [{ Name: "Bucket", Type: "String", DefaultValue: "my-bucket" }],
    Steps: steps,
  });
const intent = (definition: string) => ({ target, pipelineName: "churn", definition, roleArn: localRoleArn });

let app: ReturnType<typeof createApp>;
let codes: LaunchCodes;
let region: ReturnType<typeof createLocalRegion>;
/** The local region's clock, so that a test waits for nothing. */
let clock: number;

beforeEach(() => {
  clock = Date.UTC(2026, 10, 23);
  region = createLocalRegion({ stepSeconds: 1, now: () => clock });
  codes = createLaunchCodes(() => 0);
  app = createApp({
    regions: createRegions({ localRegion: async () => region, profiles: async () => [] }),
    check: reportProblems,
    token: "the-token",
    codes,
    folders: createFolders("the-key"),
    proxy: { isSecret: (candidate) => candidate === "the-secret", opened: { folder: "of-the-proxy", path: null } },
  });
});

async function ask(
  name: string,
  request: unknown,
  others: readonly (readonly [string, string])[] = [],
): Promise<{ status: number; body: unknown }> {
  const headers = new Headers([
    ["content-type", "application/json"],
    ...others.map((each) => [...each] as [string, string]),
  ]);
  const url = `http://127.0.0.1:1/api/${name}`;
  const response = await app.request(url, { method: "POST", headers, body: JSON.stringify(request) });
  return { status: response.status, body: await response.json() };
}

/** Calls an operation that must succeed. */
async function call<Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<ResponseOf<Name>> {
  const { status, body } = await ask(name, request);
  expect([status, body]).toEqual([200, body]);
  return body as ResponseOf<Name>;
}

async function deploy(definition: string) {
  const { fingerprint } = await call("plan", intent(definition));
  return call("deploy", { ...intent(definition), approved: fingerprint, token: token() });
}

describe("deploying to the local region and running there", () => {
  it("plans and creates, plans and updates, and refuses a plan that went stale", async () => {
    const first = definitionOf(preprocess);
    const plan = await call("plan", intent(first));
    expect(plan).toMatchObject({ kind: "create", deployed: null, role: { before: null, after: localRoleArn } });
    expect(plan.steps).toMatchObject([{ name: "Preprocess", type: "Lambda", change: "added" }]);
    expect(plan.parameters).toMatchObject([{ name: "Bucket", change: "added" }]);
    const created = await call("deploy", { ...intent(first), approved: plan.fingerprint, token: token() });
    expect(created).toMatchObject({ outcome: "created", pipelineArn: expect.stringContaining("pipeline/churn") });

    const second = definitionOf(preprocess, check("Check"));
    const update = await call("plan", intent(second));
    expect(update).toMatchObject({ kind: "update", role: null, parameters: [] });
    expect(update.steps).toMatchObject([{ name: "Check", change: "added" }]);

    // Someone else deploys in between.
    await deploy(definitionOf(preprocess, check("Theirs")));
    const stale = await ask("deploy", { ...intent(second), approved: update.fingerprint, token: token() });
    expect(stale).toMatchObject({ status: 409, body: { error: { kind: "stale" } } });
    const { definition } = await call("describePipeline", { target, pipeline: "churn" });
    expect(definition).toContain("Theirs");

    expect((await deploy(second)).outcome).toBe("updated");
    expect((await call("plan", intent(second))).kind).toBe("none");
  });

  it("starts with parameter values, and each step's status, outputs and definition can be read", async () => {
    const definition = definitionOf(preprocess, check("Check"));
    await deploy(definition);
    const start = { target, pipeline: "churn", parameters: [{ name: "Bucket", value: "other" }], token: token() };
    const { executionArn } = await call("startExecution", start);
    expect((await call("startExecution", start)).executionArn).toBe(executionArn);
    expect((await call("describeExecution", { target, executionArn })).status).toBe("Executing");

    clock += 60_000;
    const execution = await call("describeExecution", { target, executionArn });
    expect(execution).toMatchObject({ arn: executionArn, status: "Succeeded", failureReason: null });
    const { steps } = await call("listSteps", { target, executionArn });
    expect(steps.map(({ name, status }) => [name, status])).toEqual([
      ["Preprocess", "Succeeded"],
      ["Check", "Succeeded"],
    ]);
    expect(steps[0]?.outputs.map(({ name }) => name)).toContain("train_path");
    expect(steps[0]?.arn).toBe(preprocess.FunctionArn);
    const details = await call("stepDetails", { target, executionArn, step: "Check" });
    const path = (await call("stepDetails", { target, executionArn, step: "Preprocess" })).outputs.find(
      (output) => output.path === "OutputParameters.train_path",
    );
    expect(path).toBeDefined();
    expect(JSON.parse(details.request ?? "")).toEqual({ path: JSON.parse(path?.value ?? "null") });
    expect((await call("parametersForExecution", { target, executionArn })).parameters).toEqual(start.parameters);
    expect((await call("definitionForExecution", { target, executionArn })).definition).toBe(definition);
    const { executions } = await call("listExecutions", { target, pipeline: "churn" });
    expect(executions.map(({ arn, status }) => [arn, status])).toEqual([[executionArn, "Succeeded"]]);
  });

  it("stops an execution", async () => {
    await deploy(definitionOf(preprocess, check("Check")));
    const { executionArn } = await call("startExecution", {
      target,
      pipeline: "churn",
      parameters: [],
      token: token(),
    });
    await call("stopExecution", { target, executionArn, token: token() });
    clock += 60_000;
    expect((await call("describeExecution", { target, executionArn })).status).toBe("Stopped");
  });

  it("retries an execution from what failed, once for one token", async () => {
    await deploy(definitionOf(preprocess, check("Check")));
    const failing = { target, pipeline: "churn", parameters: [], description: "stepwire:fail=Check", token: token() };
    const { executionArn } = await call("startExecution", failing);
    clock += 60_000;
    expect((await call("describeExecution", { target, executionArn })).status).toBe("Failed");
    const retry = { target, executionArn, token: token() };
    expect(await call("retryExecution", retry)).toEqual({ executionArn });
    expect(await call("retryExecution", retry)).toEqual({ executionArn });
    clock += 60_000;
    const { steps } = await call("listSteps", { target, executionArn });
    expect(steps.map(({ name, status }) => `${name} ${status}`)).toEqual(["Preprocess Succeeded", "Check Succeeded"]);
  });

  it("answers a callback that waits: with outputs, or with why not", async () => {
    const approve = {
      Name: "Approve",
      Type: "Callback",
      Arguments: {},
      SqsQueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/q",
      OutputParameters: [{ OutputName: "score", OutputType: "Float" }],
    };
    await deploy(definitionOf(approve));
    const begun = async () => {
      const start = { target, pipeline: "churn", parameters: [], token: token() };
      const { executionArn } = await call("startExecution", start);
      clock += 60_000;
      const [step] = (await call("listSteps", { target, executionArn })).steps;
      return { executionArn, callbackToken: step?.callbackToken ?? "" };
    };
    const ended = async (executionArn: string) => {
      clock += 60_000;
      const [step] = (await call("listSteps", { target, executionArn })).steps;
      return [step?.status, step?.failureReason, step?.outputs, step?.callbackToken];
    };
    const good = await begun();
    const outputs = [{ name: "score", value: "0.5" }];
    await call("answerCallback", { target, callbackToken: good.callbackToken, outputs, token: token() });
    expect(await ended(good.executionArn)).toEqual(["Succeeded", null, outputs, null]);
    const bad = await begun();
    const no = { target, callbackToken: bad.callbackToken, outputs: null, failureReason: "no", token: token() };
    await call("answerCallback", no);
    expect(await ended(bad.executionArn)).toEqual(["Failed", "no", [], null]);
  });

  it("lists the versions of a pipeline with their names, the newest first, and reads each", async () => {
    await deploy(definitionOf(preprocess));
    await deploy(definitionOf(preprocess, check("Check")));
    const { versions, more } = await call("listPipelineVersions", { target, pipeline: "churn" });
    expect([versions.map(({ id }) => id), more]).toEqual([[2, 1], false]);
    expect(versions[1]).toMatchObject({ displayName: null, description: null, aliases: [] });
    const texts = await Promise.all(
      [{}, { version: 1 }, { version: 2 }].map((which) =>
        call("describePipeline", { target, pipeline: "churn", ...which }),
      ),
    );
    expect(texts.map(({ definition }) => definition.includes('"Check"'))).toEqual([true, false, true]);
    expect((await ask("describePipeline", { target, pipeline: "churn", version: 3 })).status).toBe(404);
  });

  it("knows what was deployed or opened here last, whatever others deploy since", async () => {
    await deploy(definitionOf(preprocess));
    const { lastHere, lastModified } = await call("describePipeline", { target, pipeline: "churn" });
    expect([lastHere?.lastModified, lastHere?.definition.includes("Check")]).toEqual([lastModified, false]);
    const theirs = definitionOf(preprocess, check("Check"));
    await localClients(region).write.updatePipeline({ PipelineName: "churn", PipelineDefinition: theirs });
    const now = await call("describePipeline", { target, pipeline: "churn", opens: true });
    expect([now.definition.includes("Check"), now.lastHere?.definition.includes("Check")]).toEqual([true, false]);
    const opened = await call("describePipeline", { target, pipeline: "churn" });
    expect(opened.lastHere?.definition).toBe(now.definition);
  });

  it("lists pipelines and deletes one", async () => {
    await deploy(definitionOf(preprocess));
    const { pipelines } = await call("listPipelines", { target });
    expect(pipelines).toMatchObject([{ name: "churn", roleArn: localRoleArn }]);
    await call("deletePipeline", { target, pipeline: "churn", token: token() });
    expect((await call("listPipelines", { target })).pipelines).toEqual([]);
  });

  it("runs the rules once more before it writes", async () => {
    const broken = definitionOf(check("Check"));
    const plan = await call("plan", intent(broken));
    expect(plan.problems.map(({ code }) => code)).toContain("reference-unknown-step");
    const refused = await ask("deploy", { ...intent(broken), approved: plan.fingerprint, token: token() });
    expect(refused).toMatchObject({ status: 400, body: { error: { kind: "problems" } } });
    expect((await call("listPipelines", { target })).pipelines).toEqual([]);
  });
});

describe("an operation that fails", () => {
  it("passes AWS's own name, text and request id on", async () => {
    const { status, body } = await ask("describePipeline", { target, pipeline: "nobody" });
    expect(status).toBe(404);
    expect(body).toMatchObject({
      error: { kind: "notFound", operation: "DescribePipeline", requestId: expect.stringMatching(/.+/) },
    });
  });

  it.each([
    ["no body", "plan", undefined],
    [
      "an endpoint instead of a region",
      "listPipelines",
      { target: { kind: "aws", profile: "p", region: "evil.example" } },
    ],
    ["a name that SageMaker does not take", "plan", { ...intent("{}"), pipelineName: "-x" }],
    ["a token that is too short", "startExecution", { target, pipeline: "p", parameters: [], token: "short" }],
  ])("refuses %s before anything is called", async (_what, name, request) => {
    expect(await ask(name, request)).toMatchObject({ status: 400, body: { error: { kind: "request" } } });
  });

  it("names what is wrong, without a definition's text", async () => {
    const { body } = await ask("plan", { ...intent("{}"), definition: 7 });
    expect(body).toMatchObject({ error: { message: expect.stringContaining("definition") } });
  });

  it("knows no operation that the contract does not name", async () => {
    expect((await ask("constructor", {})).status).toBe(400);
    expect((await ask("plan/x", {})).status).toBe(400);
  });

  it("refuses a profile that this computer does not have", async () => {
    const elsewhere = { kind: "aws", profile: "nobody", region: "eu-west-1" };
    expect(await ask("listPipelines", { target: elsewhere })).toMatchObject({
      status: 424,
      body: { error: { kind: "credentials" } },
    });
  });
});

describe("credentials that are no longer good", () => {
  const aws = { kind: "aws", profile: "research", region: "eu-west-1" } as const;
  it.each([
    ["refused", { kind: "credentials" }],
    ["what kept a write from being read back", { kind: "uncertain", hindrance: "credentials" }],
  ] as const)(
    "are forgotten where they were %s, so that the next call takes those of a new sign-in",
    async (_how, error) => {
      const forget = vi.fn();
      const failing = createApp({
        regions: {
          ...createRegions({ localRegion: () => Promise.reject(new Error("not asked")), profiles: async () => [] }),
          region: () => Promise.reject(new OperationError({ name: "Expired", message: "Expired.", ...error })),
          forget,
        },
        check: reportProblems,
        token: "the-token",
        codes,
        folders: createFolders(""),
      });
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ target: aws });
      await failing.request("http://127.0.0.1:1/api/listPipelines", { method: "POST", headers, body });
      expect(forget).toHaveBeenCalledWith(aws);
    },
  );
});

describe("the session", () => {
  it("is given once for a launch code, with the file that was opened", async () => {
    const opened = { name: "a.json", text: "{}" };
    const { code } = await call("freshLink", { opened });
    expect(await call("session", { code })).toEqual({ token: "the-token", opened });
    expect(await ask("session", { code })).toMatchObject({ status: 403, body: { error: { kind: "code" } } });
  });

  it("is given for the right code after any number of wrong ones", async () => {
    const { code } = await call("freshLink", { opened: null });
    const statuses: number[] = [];
    for (let i = 0; i < 7; i++) statuses.push((await ask("session", { code: `wrong ${i}` })).status);
    expect(new Set(statuses)).toEqual(new Set([403]));
    expect(await ask("session", { code })).toMatchObject({ status: 200 });
  });

  it("refuses more than 2 MiB", async () => {
    expect(await ask("session", { code: "x".repeat(2_200_000) })).toMatchObject({ status: 413 });
  });

  it("comes without a code through the proxy that knows the secret, and through nothing else", async () => {
    const proxied = (...secrets: string[]) =>
      ask(
        "session",
        {},
        secrets.map((secret) => ["x-stepwire-proxy", secret]),
      );
    const body = { token: "the-token", opened: { folder: "of-the-proxy", path: null } };
    expect(await proxied("the-secret")).toEqual({ status: 200, body });
    const refused = { status: 403, body: { error: { kind: "code" } } };
    expect(await proxied()).toMatchObject(refused);
    expect(await proxied("")).toMatchObject(refused);
    expect(await proxied("another")).toMatchObject(refused);
    expect(await proxied("the-secret", "the-secret")).toMatchObject(refused);
    expect(await ask("session", { code: "wrong" }, [["x-stepwire-proxy", "the-secret"]])).toMatchObject(refused);
  });
});
