import type { ResourceKind } from "../../../contract/account";
import { isImageField } from "../../../pipeline/images/imageField";

const byName: readonly (readonly [RegExp, ResourceKind])[] = [
  [/(?:^|[a-z])(?:Execution)?[rR]oleArn$/, "role"],
  [/^FunctionArn$|LambdaFunctionArn$|LambdaArn$/, "function"],
  [/^SqsQueueUrl$/, "queue"],
  [/^ModelPackageGroupName$/, "modelPackageGroup"],
  [/^EndpointName$/, "endpoint"],
  [/S3(?:Uri|OutputPath|OutputUri)$|^OutputLocation$|^ModelDataUrl$|^LogUri$/, "location"],
];

/** What of an account fields of this name hold; null for what is in none. */
export function accountKindOf(name: string): ResourceKind | null {
  if (isImageField(name)) return "image";
  if (/^(?:RoleArn|roleArn)$/.test(name)) return "role";
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
