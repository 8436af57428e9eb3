import type { ResourceKind } from "../../../contract/account";
import type { Deploy } from "../../../editor/runs/deploy/createDeploy";
import { whyNotBucket, whyNotRole } from "../../../editor/runs/deploy/role";

interface Question {
  readonly label: string;
  readonly placeholder: string;
  /** What of the account answers it. */
  readonly kind: ResourceKind;
  /** What was picked there, as it is typed. */
  readonly asAnswer: (picked: string) => string;
  readonly whyNot: (text: string) => string | null;
  readonly take: (deploy: Deploy, text: string) => void;
}

/** What a deploy may have to ask before there is a plan. */
export const questions: Readonly<Record<"role" | "bucket", Question>> = {
  role: {
    label: "Role ARN",
    placeholder: "arn:aws:iam::111122223333:role/SageMakerRole",
    kind: "role",
    asAnswer: (picked) => picked,
    whyNot: whyNotRole,
    take: (deploy, text) => deploy.setRole(text),
  },
  bucket: {
    label: "Bucket",
    placeholder: "sagemaker-eu-west-1-111122223333",
    kind: "location",
    asAnswer: (picked) => picked.replace(/^s3:\/\/([^/]+).*$/, "$1"),
    whyNot: whyNotBucket,
    take: (deploy, text) => deploy.setBucket(text),
  },
};
