import { type Path, printPath } from "../definition/path";
import { serialise } from "../definition/serialise";
import { get, isList, isObject, keys, type Value } from "../definition/value";
import { isExpression } from "../references/read";
import type { FieldChange } from "./changes";
import { pairItems } from "./pairItems";

/** Keys whose values say who may do what, which code runs, and where data goes. */
const sensitiveKey =
  /(?:RoleArn|KmsKeyId|FunctionArn|SqsQueueUrl|Image|ImageUri|TrainingImage|S3Uri|S3OutputPath|ModelDataUrl|EntryPoint|ContainerEntrypoint|SecurityGroupIds|Subnets|EnableNetworkIsolation)$/;

/** The leaves of two values that differ, the sensitive ones first. The order of keys means nothing to SageMaker, so it is no change. */
export function compareValues(before: Value | undefined, after: Value | undefined): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  collect(before, after, [], changes);
  return [...changes.filter(({ sensitive }) => sensitive), ...changes.filter(({ sensitive }) => !sensitive)];
}

function collect(before: Value | undefined, after: Value | undefined, path: Path, changes: FieldChange[]): void {
  if (before === after) return;
  // What a field reads is one value: a reference is told as such, not as another text below `Get`.
  if (isObject(before) && isObject(after) && !isExpression(before) && !isExpression(after)) {
    for (const key of new Set([...keys(before), ...keys(after)])) {
      collect(get(before, key), get(after, key), [...path, key], changes);
    }
  } else if (isList(before) && isList(after)) {
    for (const [was, is] of pairItems(before, after)) {
      collect(before[was ?? -1], after[is ?? -1], [...path, is ?? was ?? 0], changes);
    }
  } else if (print(before) !== print(after)) {
    const sensitive = isSensitive(path) || namesSensitive(before) || namesSensitive(after);
    changes.push({ path: printPath(path), before: print(before), after: print(after), sensitive });
  }
}

function print(value: Value | undefined): string | null {
  return value === undefined ? null : serialise(value);
}

/** True for what stands at, or below, a key whose value says who may do what, which code runs, or where data goes. */
export function isSensitive(path: Path): boolean {
  return path.some((segment) => typeof segment === "string" && sensitiveKey.test(segment));
}

/** Roles, keys, functions, buckets, queues and images by the form of their names: a parameter's default value may be one of them. */
const sensitiveName =
  /^(?:arn:[\w-]+:(?:iam::\d{12}:role\/|kms:|lambda:|sqs:|s3:)|s3:\/\/|https:\/\/sqs\.|\d{12}\.dkr\.ecr[.-])/;

function namesSensitive(value: Value | undefined): boolean {
  return typeof value === "string" && sensitiveName.test(value);
}

/** The names that two lists share, in the order of each; null where they stand in the same order. What is new or gone moves no other. */
export function compareOrder(
  before: readonly string[],
  after: readonly string[],
): { readonly before: string; readonly after: string } | null {
  const [olds, news] = [new Set(before), new Set(after)];
  const was = before.filter((name) => news.has(name));
  const is = after.filter((name) => olds.has(name));
  return was.every((name, i) => name === is[i]) ? null : { before: serialise(was), after: serialise(is) };
}
