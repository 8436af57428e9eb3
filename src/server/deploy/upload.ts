/**
 * A definition of 102,400 bytes and more goes through S3, as the SageMaker Python SDK does it (its `pipeline.py`, `upsert`). The object's
 * key has the hash of the text, so that the same text is one object however often it is sent; the bucket has to be the account's own.
 */
import { createHash } from "node:crypto";
import type { DeployIntent, Plan } from "../../contract/deploy";
import { OperationError } from "../../contract/operationError";
import { answered, toAppError } from "../aws/awsError";
import { callerAccount } from "../aws/caller";
import type { Region } from "../aws/region";
import { sendOnce } from "../aws/sendOnce";
import type { Services } from "../aws/services/services";

/** From here on; the local region takes all that SageMaker's API takes by itself. */
export const largestInline = 102_400;

export interface Location {
  readonly Bucket: string;
  readonly ObjectKey: string;
  readonly VersionId?: string | undefined;
}

/** What is uploaded first; null where the definition is sent by itself. Says what stands against the bucket. */
export async function uploadOf(region: Region, intent: DeployIntent): Promise<Plan["upload"]> {
  const bytes = Buffer.byteLength(intent.definition);
  const { services } = region;
  if (services === null || bytes < largestInline) return null;
  const { bucket = null } = intent;
  const of = { bucket, key: keyFor(intent), bytes };
  if (bucket === null) return { ...of, trouble: null, suggested: await usualBucket(services, intent) };
  return { ...of, trouble: await troubleWith(services, bucket), suggested: null };
}

/** Puts the definition into the bucket; null where it is sent by itself. */
export async function upload(region: Region, intent: DeployIntent, plan: Plan): Promise<Location | null> {
  const { services } = region;
  if (services === null || plan.upload === null) return null;
  const { bucket, key, trouble } = plan.upload;
  if (bucket === null || trouble !== null) {
    const message = trouble ?? "The definition is too large to be sent by itself, and no bucket is named.";
    throw new OperationError({ kind: "tooLarge", name: "BucketNeeded", message, operation: "deploy" });
  }
  const [account, s3] = [await callerAccount(services), await services.s3()];
  return sendOnce(region, {
    operation: "s3:PutObject",
    send: async () => {
      const put = await s3.putObject({
        ...{ Bucket: bucket, Key: key, Body: intent.definition, ExpectedBucketOwner: account },
        ContentType: "application/json",
      });
      answered(put.ETag, "s3:PutObject");
      return { Bucket: bucket, ObjectKey: key, VersionId: put.VersionId };
    },
  });
}

/** The one that the SageMaker SDKs make and use where none is named (`Session.default_bucket`). */
async function usualBucket(services: Services, { target }: DeployIntent): Promise<string | null> {
  const account = await callerAccount(services).catch(() => null);
  return account === null || target.kind !== "aws" ? null : `sagemaker-${target.region}-${account}`;
}

function keyFor({ pipelineName, definition }: DeployIntent): string {
  return `stepwire/${pipelineName}/${createHash("sha256").update(definition).digest("hex")}.json`;
}

/** Why the definition cannot go into that bucket; null where it can, or where nobody may look: then the upload itself is held to the owner. */
async function troubleWith(services: Services, bucket: string): Promise<string | null> {
  const account = await callerAccount(services);
  const s3 = await services.s3();
  try {
    await s3.headBucket({ Bucket: bucket, ExpectedBucketOwner: account });
    return null;
  } catch (thrown) {
    const { kind, status } = toAppError(thrown, "s3:HeadBucket");
    if (status === 404) return `There is no bucket ${bucket}.`;
    if (status === 301) return `The bucket ${bucket} lies in another region.`;
    if (kind !== "accessDenied") throw thrown instanceof OperationError ? thrown : failed(thrown);
    return (await isListed(services, bucket)) === false ? `The bucket ${bucket} belongs to another account.` : null;
  }
}

/** Null where nobody may look. */
async function isListed(services: Services, bucket: string): Promise<boolean | null> {
  try {
    const { Buckets } = await (await services.s3()).listBuckets({ Prefix: bucket });
    return (Buckets ?? []).some(({ Name }) => Name === bucket);
  } catch {
    return null;
  }
}

function failed(thrown: unknown): OperationError {
  return new OperationError(toAppError(thrown, "s3:HeadBucket"));
}
