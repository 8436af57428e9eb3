/** The buckets, images, keys and roles that a step names. */

import { parameterNamed } from "../../pipeline/definition/parameters";
import type { Path } from "../../pipeline/definition/path";
import { get, getIn, isList, isObject, type ObjectValue, type Value, walk } from "../../pipeline/definition/value";
import type { StepEntry } from "../../pipeline/graph/stepTree";
import { readExpression } from "../../pipeline/references/read";
import { isStepRole } from "../../pipeline/schema/stepRole";

export interface NamedData {
  /** `bucket/prefix`, as far as it is known. */
  readonly reads: ReadonlySet<string>;
  readonly writes: ReadonlySet<string>;
  /** ARNs without `arn:PARTITION:`. */
  readonly images: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  /** A text that is computed of what is known when the pipeline runs names no role, but means one. */
  readonly hasComputedRole: boolean;
  readonly namesRole: boolean;
}

export function dataNamedIn({ step, stepType }: StepEntry, definition: ObjectValue): NamedData {
  const found = {
    reads: new Set<string>(),
    writes: new Set<string>(),
    images: new Set<string>(),
    keys: new Set<string>(),
    roles: new Set<string>(),
    hasComputedRole: false,
    namesRole: false,
  };
  const inSlot = (path: Path) =>
    path.length === 2 && path[0] === "Arguments" && stepType.slots.some(({ key }) => key === path[1]);
  walk(step, (value, path) => {
    if (inSlot(path)) return false;
    const isRole = path.some((segment) => typeof segment === "string" && isStepRole(segment));
    if (isRole) found.namesRole = true;
    const isText = typeof value === "string" || readExpression(value) !== null;
    if (!isText) return true;
    const { text, isWhole } = knownText(value, definition);
    const bucket = /^s3:\/\/([a-z0-9][a-z0-9.-]*)(?:\/(.*))?$/s.exec(text);
    if (bucket !== null) (isWritten(path) ? found.writes : found.reads).add(`${bucket[1]}/${bucket[2] ?? ""}`);
    const image = /^(\d{12})\.dkr\.ecr(?:-fips)?\.([\w-]+)\.amazonaws\.com(?:\.cn)?\/([^:@]+)/.exec(text);
    if (image !== null) found.images.add(`ecr:${image[2]}:${image[1]}:repository/${image[3]}`);
    const key = keyIn(text, path);
    if (key !== null) found.keys.add(key);
    const role = /^arn:[\w-]+:(iam::\d{12}:role\/[\w+=,.@/-]+)$/.exec(text)?.[1];
    if (role !== undefined) found.roles.add(role);
    else if (isRole && (text !== "" || !isWhole)) found.hasComputedRole = true;
    return false;
  });
  return found;
}

/** What a definition names in an account, as far as it is known before a run: functions, images, buckets, queues and roles. */
export function namedResources(definition: ObjectValue): readonly NamedInAccount[] {
  const found = new Map<string, NamedInAccount>();
  const add = (kind: NamedInAccount["kind"], name: string | undefined) => {
    if (name !== undefined) found.set(`${kind} ${name}`, { kind, name });
  };
  walk(get(definition, "Steps") ?? [], (value) => {
    if (typeof value !== "string" && readExpression(value) === null) return true;
    const { text, isWhole } = knownText(value, definition);
    add("bucket", /^s3:\/\/([a-z0-9][a-z0-9.-]{2,62})(?:\/|$)/.exec(isWhole ? text : wholeBucket(text))?.[1]);
    if (!isWhole) return false;
    add("function", /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w-]+(?::[\w$-]+)?$/.exec(text)?.[0]);
    add("image", /^\d{12}\.dkr\.ecr(?:-fips)?\.[\w-]+\.amazonaws\.com(?:\.cn)?\/\S+$/.exec(text)?.[0]);
    add("queue", /^https:\/\/sqs\.[\w-]+\.amazonaws\.com(?:\.cn)?\/\d{12}\/\S+$/.exec(text)?.[0]);
    add("role", /^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+$/.exec(text)?.[0]);
    return false;
  });
  return [...found.values()];
}

/** Of a text that goes on, a bucket is known once a slash follows it. */
function wholeBucket(text: string): string {
  return /^s3:\/\/[^/]+\//.test(text) ? text : "";
}

export interface NamedInAccount {
  readonly kind: "function" | "image" | "bucket" | "queue" | "role";
  readonly name: string;
}

/** As much of a text as is known before a run, from its beginning; a parameter counts as what it is by default. */
function knownText(value: Value, definition: ObjectValue): { readonly text: string; readonly isWhole: boolean } {
  if (typeof value === "string" || typeof value === "number") return { text: String(value), isWhole: true };
  const expression = readExpression(value);
  if (expression?.kind === "get" && expression.reference.kind === "parameter") {
    const byDefault = parameterNamed(definition, expression.reference.name)?.defaultValue;
    if (typeof byDefault === "string") return { text: byDefault, isWhole: true };
  }
  if (expression?.kind !== "join") return { text: "", isWhole: false };
  let joined = "";
  for (const [index, part] of expression.values.entries()) {
    const known = knownText(part, definition);
    joined += (index > 0 ? expression.on : "") + known.text;
    if (!known.isWhole) return { text: joined, isWhole: false };
  }
  return { text: joined, isWhole: true };
}

const written =
  /Output|Destination|Checkpoint|Upload|Profiler|TensorBoard|DataCapture|LogUri|Monitoring|Results?Config/i;

function isWritten(path: Path): boolean {
  return path.some((segment) => typeof segment === "string" && written.test(segment));
}

/** A key by its ARN or, in a field for keys, by its id or alias. */
function keyIn(text: string, path: Path): string | null {
  const arn = /^arn:[\w-]+:(kms:[\w-]+:\d{12}:(?:key|alias)\/[\w/-]+)$/.exec(text)?.[1];
  if (arn !== undefined) return arn;
  const last = path.at(-1);
  if (typeof last !== "string" || !/Kms|EncryptionKey/i.test(last) || text === "") return null;
  return /^[\w-]+$/.test(text) ? `kms:*:*:key/${text}` : /^alias\/[\w/-]+$/.test(text) ? `kms:*:*:${text}` : null;
}

/** Of a Cleanup, the steps whose outputs it deletes. */
export function cleanedBy({ step, type }: StepEntry): readonly string[] {
  const sources = type === "Cleanup" ? getIn(step, ["Arguments", "Resources", "S3"]) : undefined;
  if (!isList(sources)) return [];
  return sources.flatMap((source) => {
    const name = isObject(source) ? getIn(source, ["StepName"]) : undefined;
    return typeof name === "string" ? [name] : [];
  });
}
