/** Whether what a definition names is there. */
import type { NamedResource } from "../../contract/account";
import type { Caller } from "../aws/caller";
import type { Services } from "../aws/services/services";
import { type Answer, answerTo, unseen, yes } from "./ask";

type Look = (services: Services, name: string, caller: Caller | null) => Promise<Answer>;

const looks: Readonly<Record<NamedResource["kind"], { readonly operation: string; readonly look: Look }>> = {
  function: {
    operation: "lambda:GetFunctionConfiguration",
    look: async (services, name) => {
      await (await services.lambda()).getFunctionConfiguration(name);
      return yes;
    },
  },
  image: { operation: "ecr:DescribeImages", look: lookAtImage },
  bucket: {
    operation: "s3:ListBucket",
    look: async (services, name) => {
      await (await services.s3()).headBucket({ Bucket: name });
      return yes;
    },
  },
  queue: {
    operation: "sqs:GetQueueAttributes",
    look: async (services, name) => {
      await (await services.sqs()).getQueueAttributes(name);
      return yes;
    },
  },
  role: {
    operation: "iam:GetRole",
    look: async (services, name) => {
      await (await services.iam()).getRole(name.slice(name.lastIndexOf("/") + 1));
      return yes;
    },
  },
};

export async function isThere(
  services: Services,
  region: string,
  caller: Caller | null,
  { kind, name }: NamedResource,
): Promise<Answer> {
  const elsewhere = regionIn(name);
  if (elsewhere !== null && elsewhere !== region)
    return unseen(`It lies in ${elsewhere}, and is not looked at from here.`);
  const { operation, look } = looks[kind];
  return answerTo(operation, () => look(services, name, caller));
}

const image = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([\w-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/;

async function lookAtImage(services: Services, name: string, caller: Caller | null): Promise<Answer> {
  const [, registryId, , repositoryName, tag, digest] = image.exec(name) ?? [];
  if (registryId === undefined) return unseen("It is no image of ECR.");
  if (registryId !== caller?.account) return unseen("It is of another account, AWS's own perhaps.");
  const id = digest !== undefined ? { imageDigest: digest } : { imageTag: tag ?? "latest" };
  await (await services.ecr()).describeImages({ registryId, repositoryName, imageIds: [id] });
  return yes;
}

/** The region that a name says; null where it says none. */
function regionIn(name: string): string | null {
  const [, inArn] = /^arn:[\w-]+:(?:lambda|sqs):([\w-]+):/.exec(name) ?? [];
  const [, inQueue] = /^https:\/\/sqs\.([\w-]+)\./.exec(name) ?? [];
  return inArn ?? inQueue ?? image.exec(name)?.[2] ?? null;
}
