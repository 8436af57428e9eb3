import { afterEach, describe, expect, it } from "vitest";
import type { PreflightRequest } from "../../contract/account";
import { type AwsLine, awsAccount, awsTarget, openAwsLine } from "../../testing/awsLine";
import { type Answers, AwsRefusal } from "../../testing/fakeAws";
import { preflight } from "./preflight";

const roleArn = `arn:aws:iam::${awsAccount}:role/service/SageMakerRole`;
const trust = (Service: string) =>
  encodeURIComponent(
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" }],
    }),
  );
const role = (more: object = {}) => ({
  Role: {
    ...{ Path: "/service/", RoleName: "SageMakerRole", RoleId: "AROA", Arn: roleArn, CreateDate: new Date(0) },
    AssumeRolePolicyDocument: trust("sagemaker.amazonaws.com"),
    ...more,
  },
});
const request: PreflightRequest = { target: awsTarget, roleArn, named: [], needed: [] };
const refuse = (status: number, code: string): never => {
  throw new AwsRefusal(status, code, code);
};

let line: AwsLine;
afterEach(() => line.close());

async function found(answers: Answers, more: Partial<PreflightRequest> = {}) {
  line = await openAwsLine(answers);
  const { services } = line.region;
  if (services === null) throw new Error("no services");
  return preflight(services, awsTarget.region, { ...request, ...more });
}
const said = async (answers: Answers, more: Partial<PreflightRequest> = {}) =>
  (await found(answers, more)).findings.map(({ about, answer }) => `${about} ${answer}`);

const decided = (EvalDecision: string) => ({ EvaluationResults: [{ EvalActionName: "iam:PassRole", EvalDecision }] });

describe("the role", () => {
  it("is there, trusts SageMaker and may be passed", async () => {
    const answers = { "iam.GetRole": () => role(), "iam.SimulatePrincipalPolicy": () => decided("allowed") };
    expect(await said(answers)).toEqual(["roleExists yes", "roleTrusts yes", "mayPass yes"]);
    const asked = line.aws.calls.find(({ name }) => name === "iam.SimulatePrincipalPolicy")?.input;
    expect(asked).toMatchObject({
      PolicySourceArn: `arn:aws:iam::${awsAccount}:user/someone`,
      "ContextEntries.member.1.ContextKeyValues.member.1": "sagemaker.amazonaws.com",
    });
  });

  it("is not there", async () => {
    const answers = { "iam.GetRole": () => refuse(404, "NoSuchEntity") };
    expect(await said(answers)).toEqual(["roleExists no", "roleTrusts unseen", "mayPass unseen"]);
  });

  it("lies on another path, trusts another service, and may not be passed", async () => {
    const other = role({
      Arn: `arn:aws:iam::${awsAccount}:role/SageMakerRole`,
      AssumeRolePolicyDocument: trust("ec2.amazonaws.com"),
    });
    const answers = { "iam.GetRole": () => other, "iam.SimulatePrincipalPolicy": () => decided("implicitDeny") };
    expect(await said(answers)).toEqual(["roleExists no", "roleTrusts no", "mayPass no"]);
  });

  it("is asked for the role behind a session", async () => {
    const session = { Account: awsAccount, UserId: "x", Arn: `arn:aws:sts::${awsAccount}:assumed-role/Dev/me` };
    await said({ "sts.GetCallerIdentity": () => session, "iam.SimulatePrincipalPolicy": () => decided("allowed") });
    const asked = line.aws.calls.find(({ name }) => name === "iam.SimulatePrincipalPolicy")?.input;
    expect(asked).toMatchObject({ PolicySourceArn: `arn:aws:iam::${awsAccount}:role/Dev` });
  });

  it("stops nothing where nothing may be looked at", async () => {
    const needed = [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::b/*"], passedTo: null }];
    const answers = { "sts.GetCallerIdentity": () => refuse(403, "AccessDenied") };
    const { caller, findings } = await found(answers, { needed });
    expect(caller).toBeNull();
    expect(findings.map(({ answer }) => answer)).toEqual(["unseen", "unseen", "unseen", "unseen"]);
  });
});

describe("what steps name and need", () => {
  const own = (name: string) => `${awsAccount}.dkr.ecr.eu-west-1.amazonaws.com/${name}`;
  const fn = `arn:aws:lambda:eu-west-1:${awsAccount}:function:prep`;
  const queue = `https://sqs.eu-west-1.amazonaws.com/${awsAccount}/q`;
  it.each<readonly [PreflightRequest["named"][number], Answers, string]>([
    [{ kind: "function", name: fn }, { "lambda.GetFunctionConfiguration": () => ({ FunctionArn: fn }) }, "yes"],
    [
      { kind: "function", name: fn },
      { "lambda.GetFunctionConfiguration": () => refuse(404, "ResourceNotFoundException") },
      "no",
    ],
    [{ kind: "function", name: fn }, {}, "unseen"],
    [{ kind: "function", name: fn.replace("eu-west-1", "us-east-1") }, {}, "unseen"],
    [
      { kind: "image", name: own("x:1") },
      { "ecr.DescribeImages": () => ({ imageDetails: [{ imageTags: ["1"] }] }) },
      "yes",
    ],
    [{ kind: "image", name: own("x:2") }, { "ecr.DescribeImages": () => refuse(400, "ImageNotFoundException") }, "no"],
    [
      { kind: "image", name: own("y:2") },
      { "ecr.DescribeImages": () => refuse(400, "RepositoryNotFoundException") },
      "no",
    ],
    [{ kind: "image", name: "141502667606.dkr.ecr.eu-west-1.amazonaws.com/xgboost:1" }, {}, "unseen"],
    [{ kind: "bucket", name: "data" }, { "s3.HeadBucket": () => ({ BucketRegion: "eu-west-1" }) }, "yes"],
    [{ kind: "bucket", name: "data" }, { "s3.HeadBucket": () => refuse(404, "NotFound") }, "no"],
    [{ kind: "bucket", name: "data" }, { "s3.HeadBucket": () => refuse(403, "Forbidden") }, "unseen"],
    [{ kind: "queue", name: queue }, { "sqs.GetQueueAttributes": () => ({ Attributes: {} }) }, "yes"],
    [{ kind: "queue", name: queue }, { "sqs.GetQueueAttributes": () => refuse(400, "QueueDoesNotExist") }, "no"],
    [{ kind: "role", name: roleArn }, { "iam.GetRole": () => refuse(404, "NoSuchEntity") }, "no"],
  ])("%j", async (one, answers, expected) => {
    const { findings } = await found(answers, { named: [one] });
    expect(findings.filter(({ about }) => about === "exists")).toMatchObject([{ ...one, answer: expected }]);
  });

  it("is allowed the role or not, by action and resource", async () => {
    const needed = [{ actions: ["s3:GetObject", "s3:PutObject"], resources: ["arn:aws:s3:::b/*"], passedTo: null }];
    const results = ["s3:GetObject allowed", "s3:PutObject explicitDeny"].map((each) => {
      const [EvalActionName, EvalDecision] = each.split(" ");
      return { EvalActionName, EvalDecision, EvalResourceName: "arn:aws:s3:::b/*" };
    });
    const { findings } = await found(
      { "iam.SimulatePrincipalPolicy": () => ({ EvaluationResults: results }) },
      { needed },
    );
    expect(findings.filter(({ about }) => about === "allowed")).toMatchObject([
      { name: "s3:PutObject on arn:aws:s3:::b/*", answer: "no", why: "A policy denies it." },
    ]);
  });
});
