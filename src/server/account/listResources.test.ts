import { afterEach, describe, expect, it } from "vitest";
import type { ResourceKind } from "../../contract/account";
import { createLocalRegion } from "../../local-region";
import { type AwsLine, awsAccount, awsTarget, openAwsLine } from "../../testing/awsLine";
import type { Answers } from "../../testing/fakeAws";
import { localClients } from "../aws/clients";
import { listResources } from "./listResources";

const trust = (service: string) => encodeURIComponent(`{"Principal":{"Service":"${service}"}}`);
const role = (RoleName: string, service: string) => ({
  ...{ RoleName, Path: "/", RoleId: "AROA", CreateDate: new Date(0), AssumeRolePolicyDocument: trust(service) },
  Arn: `arn:aws:iam::${awsAccount}:role/${RoleName}`,
});
const arnOf = (name: string) => `arn:aws:lambda:eu-west-1:${awsAccount}:function:${name}`;
const own = `${awsAccount}.dkr.ecr.eu-west-1.amazonaws.com`;
const answers: Answers = {
  "iam.ListRoles": () => ({ Roles: [role("Admin", "ec2.amazonaws.com"), role("Runs", "sagemaker.amazonaws.com")] }),
  "lambda.ListFunctions": ({ Marker }) =>
    Marker === "2"
      ? { Functions: [{ FunctionName: "prep", FunctionArn: arnOf("prep"), Runtime: "python3.13" }] }
      : { Functions: [{ FunctionName: "other", FunctionArn: arnOf("other") }], NextMarker: "2" },
  "sqs.ListQueues": () => ({ QueueUrls: [`https://sqs.eu-west-1.amazonaws.com/${awsAccount}/approvals`] }),
  "s3.ListBuckets": () => ({ Buckets: [{ Name: "data" }, { Name: "models" }] }),
  "s3.ListObjectsV2": ({ Bucket, Prefix }) => ({
    CommonPrefixes: Bucket === "data" && Prefix === "churn/" ? [{ Prefix: "churn/train/" }] : [],
    Contents: [{ Key: "churn/" }, { Key: "churn/a.csv" }],
  }),
  "ecr.DescribeRepositories": () => ({ repositories: [{ repositoryName: "train", repositoryUri: `${own}/train` }] }),
  "ecr.DescribeImages": () => ({ imageDetails: [{ imageTags: ["1", "2"] }] }),
};

let line: AwsLine | null = null;
afterEach(() => line?.close());

const listed = async (kind: ResourceKind, search = "") => {
  line = await openAwsLine(answers);
  return (await listResources(line.region, awsTarget, kind, search)).resources;
};

describe("what an account has", () => {
  it.each<readonly [ResourceKind, string, readonly string[]]>([
    ["role", "", [`arn:aws:iam::${awsAccount}:role/Runs`, `arn:aws:iam::${awsAccount}:role/Admin`]],
    ["role", "adm", [`arn:aws:iam::${awsAccount}:role/Admin`]],
    ["function", "PREP", [arnOf("prep")]],
    ["queue", "", [`https://sqs.eu-west-1.amazonaws.com/${awsAccount}/approvals`]],
    ["location", "mod", ["s3://models"]],
    ["location", "s3://data/churn/", ["s3://data/churn/train/", "s3://data/churn/a.csv"]],
    ["image", "", [`${own}/train:latest`]],
    ["image", `${own}/train:2`, [`${own}/train:2`]],
  ])("%s, searched for %j", async (kind, search, values) => {
    expect((await listed(kind, search)).map(({ value }) => value)).toEqual(values);
  });

  it("leads into buckets and repositories", async () => {
    expect((await listed("location", "data"))[0]?.inside).toBe("s3://data/");
    await line?.close();
    expect((await listed("image"))[0]?.inside).toBe(`${own}/train:`);
  });

  it("is said not to be allowed, with the permission", async () => {
    line = await openAwsLine({});
    await expect(listResources(line.region, awsTarget, "function", "")).rejects.toMatchObject({
      error: { kind: "accessDenied", operation: "lambda:ListFunctions" },
    });
  });
});

describe("the local region", () => {
  const here = (kind: ResourceKind) => listResources(localClients(createLocalRegion()), { kind: "local" }, kind, "");

  it("has its own role, and lists its pipelines", async () => {
    expect((await here("role")).resources.map(({ label }) => label)).toEqual(["StepwireLocal"]);
    expect(await here("pipeline")).toEqual({ resources: [], more: false });
  });

  it.each(["function", "location", "image", "queue", "endpoint", "modelPackageGroup"] as const)(
    "says that it has no %s to list, and what to do",
    async (kind) => {
      const error = {
        kind: "unsupported",
        message: expect.stringMatching(/^The local region has no .* type the value/),
      };
      await expect(here(kind)).rejects.toMatchObject({ error });
    },
  );
});
