/** The server's side of an AWS target whose services are faked: SageMaker is a local region, the rest answers as a test says. */
import { createLocalRegion } from "../local-region";
import type { Region } from "../server/aws/region";
import { createRegions, type Regions } from "../server/aws/regions";
import { usualLimits } from "../server/aws/timeLimits";
import { type Answers, askedIn, createFakeAws, type FakeAws, nameOf } from "./fakeAws";
import { type FaultProxy, startFaultProxy } from "./faultProxy";

export const awsTarget = { kind: "aws", profile: "", region: "eu-west-1" } as const;
export const awsAccount = "111122223333";

/** Recognisable wherever they turn up. */
export const secrets = { AWS_ACCESS_KEY_ID: "AKIASECRETSECRETSECR", AWS_SECRET_ACCESS_KEY: "s3cr3t-of-the-account" };

export interface AwsLine {
  readonly region: Region;
  readonly regions: Regions;
  readonly aws: FakeAws;
  readonly line: FaultProxy;
  close(): Promise<void>;
}

/** `GetCallerIdentity` is answered to everyone, as STS does it. */
export async function openAwsLine(answers: Answers): Promise<AwsLine> {
  const before = { ...process.env };
  const own = { Account: awsAccount, Arn: `arn:aws:iam::${awsAccount}:user/someone`, UserId: "AIDA" };
  const aws = createFakeAws({ "sts.GetCallerIdentity": () => own, ...answers }, createLocalRegion());
  const line = await startFaultProxy(aws, (request) => {
    const asked = askedIn(request);
    const sageMaker = request.headers["x-amz-target"]?.split(".")[1] ?? "";
    return { operation: asked === null ? sageMaker : nameOf(asked), pipeline: "" };
  });
  for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
  Object.assign(process.env, secrets, { AWS_ENDPOINT_URL: line.endpoint });
  const limits = { ...usualLimits, pauses: [1, 1] };
  const regions = createRegions({ localRegion: () => Promise.reject(new Error("not asked")), limits });
  return {
    region: await regions.region(awsTarget),
    regions,
    aws,
    line,
    close: async () => {
      await line.close();
      for (const name of Object.keys(process.env)) if (name.startsWith("AWS_")) delete process.env[name];
      Object.assign(process.env, before);
    },
  };
}
