import { createHash } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { DeployIntent } from "../../contract/deploy";
import { type AwsLine, awsAccount, awsTarget, openAwsLine } from "../../testing/awsLine";
import { type Answers, AwsRefusal, denied } from "../../testing/fakeAws";
import { htmlPage, reset } from "../../testing/faultReplies";
import { deploy } from "./deploy";
import { planFor } from "./plan";

const noProblems = async () => [];
const definition = JSON.stringify({
  Version: "2020-12-01",
  Steps: [{ Name: "A", Type: "Fail", Arguments: { ErrorMessage: "é".repeat(52_000) } }],
});
const intent: DeployIntent = {
  target: awsTarget,
  pipelineName: "churn",
  definition,
  roleArn: `arn:aws:iam::${awsAccount}:role/SageMakerRole`,
};
const key = `stepwire/churn/${createHash("sha256").update(definition).digest("hex")}.json`;

let line: AwsLine;
afterEach(() => line.close());

const objects = new Map<string, unknown>();
const own: Answers = {
  "s3.HeadBucket": () => ({ BucketRegion: "eu-west-1" }),
  "s3.PutObject": ({ Key, Body }) => {
    objects.set(String(Key), Body);
    return { ETag: '"1"', VersionId: "v1" };
  },
};
const planWith = (bucket: string) => planFor(line.region, { ...intent, bucket }, noProblems);

describe("a definition of 102,400 bytes and more", () => {
  it("asks for a bucket, and offers the one that the SageMaker SDK would take", async () => {
    line = await openAwsLine({});
    const { upload } = await planFor(line.region, intent, noProblems);
    expect(upload).toEqual({
      ...{ bucket: null, key, trouble: null, bytes: Buffer.byteLength(definition) },
      suggested: `sagemaker-eu-west-1-${awsAccount}`,
    });
    const approval = { approved: (await planFor(line.region, intent, noProblems)).fingerprint };
    const deploying = deploy(line.region, intent, { ...approval, anyway: false, token: "t".repeat(36) }, noProblems);
    await expect(deploying).rejects.toMatchObject({ error: { kind: "tooLarge" } });
  });

  it.each<readonly [string, Answers, RegExp | null]>([
    ["is there, in the account", own, null],
    ["is not there", { "s3.HeadBucket": () => refuse(404, "NotFound") }, /There is no bucket/],
    ["lies elsewhere", { "s3.HeadBucket": () => refuse(301, "PermanentRedirect") }, /another region/],
    ["is another account's", { "s3.ListBuckets": () => ({ Buckets: [{ Name: "mine" }] }) }, /another account/],
    ["may not be looked at, but is listed", { "s3.ListBuckets": () => ({ Buckets: [{ Name: "defs" }] }) }, null],
    ["may not be looked at at all", {}, null],
  ])("holds a bucket to the account: one that %s", async (_what, answers, expected) => {
    line = await openAwsLine(answers);
    const { upload } = await planWith("defs");
    if (expected === null) expect(upload?.trouble).toBeNull();
    else expect(upload?.trouble).toMatch(expected);
    const [asked] = line.aws.calls.filter(({ name }) => name === "s3.HeadBucket");
    expect(asked?.input).toMatchObject({ Bucket: "defs", ExpectedBucketOwner: awsAccount });
  });

  it("is put under the hash of its text, held to the account, and once however often the answer is lost", async () => {
    line = await openAwsLine(own);
    line.line.meet("", ({ operation, nth }) => {
      if (operation !== "s3.PutObject" || nth > 1) return null;
      return { effect: "done", reply: nth === 0 ? reset : htmlPage(200) };
    });
    const { upload } = await planWith("defs");
    // The local region behind has no S3 to read it from: what is held here is the upload.
    const { fingerprint: approved } = await planWith("defs");
    const approval = { approved, anyway: false, token: "t".repeat(36) };
    await deploy(line.region, { ...intent, bucket: "defs" }, approval, noProblems).catch(() => undefined);
    expect(upload?.key).toBe(key);
    const puts = line.aws.calls.filter(({ name }) => name === "s3.PutObject");
    expect(puts).toHaveLength(3);
    for (const { input } of puts)
      expect(input).toMatchObject({ Bucket: "defs", Key: key, ExpectedBucketOwner: awsAccount });
    expect([...objects]).toEqual([[key, definition]]);
  });

  it("is not deployed where the upload is refused", async () => {
    line = await openAwsLine({ ...own, "s3.PutObject": () => refuse(403, "AccessDenied") });
    const { fingerprint: approved } = await planWith("defs");
    const approval = { approved, anyway: false, token: "t".repeat(36) };
    const deploying = deploy(line.region, { ...intent, bucket: "defs" }, approval, noProblems);
    await expect(deploying).rejects.toMatchObject({ error: { kind: "accessDenied", operation: "s3:PutObject" } });
  });
});

function refuse(status: number, code: string): never {
  throw status === 403 ? denied("s3:PutObject") : new AwsRefusal(status, code, code);
}
