/** What the page gets, and what is printed, has nothing of the credentials in it: looked for in the answer to each operation at AWS. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { operations } from "../../contract/operations";
import { type AwsLine, awsAccount, awsTarget, openAwsLine, secrets } from "../../testing/awsLine";
import { AwsRefusal } from "../../testing/fakeAws";
import { htmlPage, reset } from "../../testing/faultReplies";
import { createLaunchCodes } from "../door/launchCodes";
import { createFolders } from "../files/folders";
import { createApp } from "./app";

const pipelineArn = `arn:aws:sagemaker:eu-west-1:${awsAccount}:pipeline/churn`;
const executionArn = `${pipelineArn}/execution/abcdefghijkl`;
const roleArn = `arn:aws:iam::${awsAccount}:role/SageMakerRole`;
const definition = JSON.stringify({ Version: "2020-12-01", Steps: [] });
const target = awsTarget;
const token = "t".repeat(36);
const deployed = { target, pipelineName: "churn", definition, roleArn, bucket: "defs" };
const named = [{ kind: "function", name: `arn:aws:lambda:eu-west-1:${awsAccount}:function:f` }];
const requests: Readonly<Record<string, object>> = {
  plan: deployed,
  deploy: { ...deployed, approved: "x", token },
  preflight: { target, roleArn, named, needed: [{ actions: ["s3:GetObject"], resources: ["*"], passedTo: null }] },
  listResources: { target, kind: "role", search: "" },
  listPipelines: { target },
  describePipeline: { target, pipeline: "churn" },
  startExecution: { target, pipeline: "churn", parameters: [], token },
  describeExecution: { target, executionArn },
  listAliases: { target, pipeline: "churn" },
  moveAlias: { target, pipelineArn, alias: "prod", from: null, to: 1 },
  listSchedules: { target, pipelineArn },
  createSchedule: { target, pipelineArn, name: "n", expression: "rate(1 day)", roleArn, parameters: [], token },
  targets: {},
};

let line: AwsLine;
let printed: string[];
beforeEach(() => {
  printed = [];
  for (const name of ["log", "warn", "error", "info", "debug"] as const)
    vi.spyOn(console, name).mockImplementation((...parts: unknown[]) => void printed.push(parts.map(String).join(" ")));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await line.close();
});

/** As AWS repeats a header that it cannot read. */
const repeats = `Authorization=AWS4-HMAC-SHA256 Credential=${secrets.AWS_ACCESS_KEY_ID}/20261129/eu-west-1/iam/aws4_request, Signature=${"ab".repeat(32)}`;
const refuse = (): never => {
  throw new AwsRefusal(403, "IncompleteSignature", repeats);
};

it.each(["answers", "refuses and repeats the signature", "breaks off", "is a gateway"])(
  "stays on this side of the server where AWS %s",
  async (how) => {
    const refusing = { "iam.ListRoles": refuse, "iam.GetRole": refuse, "scheduler.CreateSchedule": refuse };
    line = await openAwsLine(how.startsWith("refuses") ? refusing : {});
    if (how === "breaks off") line.line.meet("", () => ({ effect: "none", reply: reset }));
    if (how === "is a gateway") line.line.meet("", () => ({ effect: "none", reply: htmlPage(502) }));
    const app = createApp({
      ...{ regions: line.regions, check: async () => [], token: "the-token" },
      ...{ codes: createLaunchCodes(() => 0), folders: createFolders("") },
    });
    const heard: string[] = [];
    for (const [name, body] of Object.entries(requests)) {
      const headers = { "content-type": "application/json" };
      const request = { method: "POST", headers, body: JSON.stringify(body) };
      const response = await app.request(`http://127.0.0.1:1/api/${name}`, request);
      const text = await response.text();
      expect([name, text]).not.toEqual([name, expect.stringContaining("MalformedRequest")]);
      heard.push(text);
    }
    expect(Object.keys(requests).every((name) => Object.hasOwn(operations, name))).toBe(true);
    const all = [...heard, ...printed].join("\n");
    expect(all).not.toContain(secrets.AWS_SECRET_ACCESS_KEY);
    expect(all).not.toContain(secrets.AWS_ACCESS_KEY_ID);
    expect(all).not.toMatch(/Signature=[0-9a-f]/);
    if (how.startsWith("refuses")) expect(all).toContain("(access key)");
  },
);
