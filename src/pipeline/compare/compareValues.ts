import { type Path, printPath } from "../definition/path";
import { serialise } from "../definition/serialise";
import { get, isList, isObject, keys, type Value } from "../definition/value";
import type { FieldChange } from "./changes";

/** Longest text of a value that is told; a whole training step still fits. */
const longest = 4000;

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
  if (isObject(before) && isObject(after)) {
    for (const key of new Set([...keys(before), ...keys(after)])) {
      collect(get(before, key), get(after, key), [...path, key], changes);
    }
  } else if (isList(before) && isList(after)) {
    for (let i = 0; i < Math.max(before.length, after.length); i++) collect(before[i], after[i], [...path, i], changes);
  } else if (print(before) !== print(after)) {
    const sensitive = path.some((segment) => typeof segment === "string" && sensitiveKey.test(segment));
    changes.push({ path: printPath(path), before: clip(print(before)), after: clip(print(after)), sensitive });
  }
}

function print(value: Value | undefined): string | null {
  return value === undefined ? null : serialise(value);
}

function clip(printed: string | null): string | null {
  return printed === null || printed.length <= longest ? printed : `${printed.slice(0, longest)}…`;
}

/** The names that two lists share, in the order of each; null where they stand in the same order. What is new or gone moves no other. */
export function compareOrder(
  before: readonly string[],
  after: readonly string[],
): { readonly before: string; readonly after: string } | null {
  const [olds, news] = [new Set(before), new Set(after)];
  const was = before.filter((name) => news.has(name));
  const is = after.filter((name) => olds.has(name));
  if (was.every((name, i) => name === is[i])) return null;
  return { before: clip(was.join(", ")) ?? "", after: clip(is.join(", ")) ?? "" };
}
