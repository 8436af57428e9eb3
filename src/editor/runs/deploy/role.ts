import { type Target, targetKey } from "../../../contract/target";
import type { PipelineDocument } from "../../../pipeline/definition/document";

/** The local region asks no one's leave: any role does, and this one is filled in. */
export const localRole = "arn:aws:iam::111122223333:role/StepwireLocal";

/** The role to deploy with: the one remembered for the target; null where the person has to say. */
export function roleFor(document: PipelineDocument, target: Target): string | null {
  const remembered = document.settings.targets.get(targetKey(target))?.roleArn;
  return remembered ?? (target.kind === "local" ? localRole : null);
}

/** Why a text cannot be a role's ARN; null when it can (IAM: `arn:aws:iam::ACCOUNT:role/PATH/NAME`). */
export function whyNotRole(text: string): string | null {
  if (text === "") return "The pipeline needs a role that SageMaker runs it with.";
  if (/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/.test(text)) return null;
  return "A role's ARN looks like arn:aws:iam::111122223333:role/SageMakerRole.";
}

/** Why a text cannot be a bucket's name; null when it can (S3, *Rules for naming buckets*). */
export function whyNotBucket(text: string): string | null {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(text)) return null;
  return "A bucket's name has 3 to 63 small letters, digits, dots and hyphens, without s3://.";
}
