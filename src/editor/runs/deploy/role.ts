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
