import { get, type ObjectValue, walk } from "../../pipeline/definition/value";
import { listSteps, type StepEntry, stepsByKey } from "../../pipeline/graph/stepTree";
import { runOfType } from "../../pipeline/steps/runs";
import { cleanedBy, dataNamedIn } from "./data";

export interface Statement {
  /** What it allows, and the steps that ask for it. */
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: { readonly StringEquals: { readonly "iam:PassedToService": string } };
}

export interface Policy {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

/** Who may take on the role. */
export const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "sagemaker.amazonaws.com" }, Action: "sts:AssumeRole" }],
} as const;

/** In place of the ARN of the role itself, where what deploys it knows it. */
export const itself = "THE ROLE ITSELF";

interface Asked {
  readonly about: string;
  readonly actions: readonly string[];
  readonly passedTo: string | null;
  readonly resources: Set<string>;
  readonly steps: Set<string>;
}

/**
 * The least that a pipeline's role must be allowed: what each step's type asks, the roles that it hands on, the buckets, images and keys
 * that the steps name.
 *
 * @param ownRole the ARN of the role itself, which steps without one of their own are given; null leaves that statement out.
 */
export function policyOf(definition: ObjectValue, ownRole: string | null): Policy {
  const asked = new Map<string, Asked>();
  const partition = partitionOf(definition);
  const ask = (
    entry: StepEntry,
    about: string,
    actions: readonly string[],
    resources: Iterable<string>,
    passedTo: string | null = null,
  ) => {
    const list = [...resources];
    if (list.length === 0) return;
    const id = JSON.stringify([about, actions, passedTo]);
    const known = asked.get(id) ?? { about, actions, passedTo, resources: new Set(), steps: new Set() };
    for (const resource of list) known.resources.add(isWholeArn(resource) ? resource : `arn:${partition}:${resource}`);
    known.steps.add(entry.key);
    asked.set(id, known);
  };
  for (const entry of listSteps(definition)) askOf(entry, definition, ownRole, ask);
  return { Version: "2012-10-17", Statement: statementsOf([...asked.values()]) };
}

function isWholeArn(resource: string): boolean {
  return resource === "*" || resource === itself || resource.startsWith("arn:");
}

type Ask = (
  entry: StepEntry,
  about: string,
  actions: readonly string[],
  resources: Iterable<string>,
  passedTo?: string | null,
) => void;

function askOf(entry: StepEntry, definition: ObjectValue, ownRole: string | null, ask: Ask): void {
  const type = runOfType(entry.type).asks;
  for (const { about, actions, resources } of type?.permissions(entry.step) ?? [])
    ask(entry, about, actions, resources);
  const data = dataNamedIn(entry, definition);
  ask(entry, "ReadObjects", ["s3:GetObject"], objectsIn(data.reads));
  ask(entry, "ListBuckets", ["s3:ListBucket", "s3:GetBucketLocation"], bucketsIn(data.reads, data.writes));
  ask(entry, "WriteObjects", ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"], objectsIn(data.writes));
  if (data.images.size > 0) {
    const pull = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
    ask(entry, "PullImages", pull, data.images);
    ask(entry, "LogInToImages", ["ecr:GetAuthorizationToken"], ["*"]);
  }
  ask(entry, "UseKeys", ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"], data.keys);
  if (type?.passesTo != null) {
    ask(entry, "PassRoles", ["iam:PassRole"], data.roles, type.passesTo);
    if (type.takesOwnRole && !data.namesRole && ownRole !== null)
      ask(entry, "PassItself", ["iam:PassRole"], [ownRole], type.passesTo);
  }
  if (type?.runsContainers === true && data.roles.size === 0 && !data.hasComputedRole) {
    const logs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];
    ask(entry, "WriteLogs", logs, ["logs:*:*:log-group:/aws/sagemaker/*"]);
    ask(entry, "WriteMetrics", ["cloudwatch:PutMetricData"], ["*"]);
  }
  for (const cleaned of cleanedBy(entry)) {
    const source = stepsByKey(definition).get(cleaned);
    if (source !== undefined)
      ask(entry, "DeleteObjects", ["s3:DeleteObject"], objectsIn(dataNamedIn(source, definition).writes));
  }
}

/** Steps that run with roles that nobody can tell before a run; and those of types that nobody here knows. */
export function notInPolicy(definition: ObjectValue, ownRole: string | null): readonly string[] {
  const steps = listSteps(definition);
  const unknown = steps.filter(({ type }) => runOfType(type).asks === null).map(({ key }) => key);
  const computed = steps.filter((entry) => dataNamedIn(entry, definition).hasComputedRole).map(({ key }) => key);
  const itself = steps.filter((entry) => {
    const type = runOfType(entry.type).asks;
    return type?.takesOwnRole === true && !dataNamedIn(entry, definition).namesRole;
  });
  const said: string[] = [];
  if (unknown.length > 0)
    said.push(`What steps of these types need is not known here: ${named(unknown)}. Add it to the policy.`);
  if (computed.length > 0)
    said.push(`The role of ${named(computed)} is known when the pipeline runs: add iam:PassRole for it.`);
  if (itself.length > 0 && ownRole === null)
    said.push(
      `${named(itself.map(({ key }) => key))} run with the pipeline's own role: name it (--role) to allow that it is passed.`,
    );
  return said;
}

function named(names: readonly string[]): string {
  const first = names.slice(0, 5).join(", ");
  return names.length > 5 ? `${first} and ${names.length - 5} more` : first;
}

/** The objects of a prefix; a text that begins like it is within. Marks of patterns stand for themselves nowhere in an ARN. */
function objectsIn(places: ReadonlySet<string>): readonly string[] {
  return [...places].map((place) => `s3:::${place.replace(/[*?$].*$/s, "")}*`);
}

function bucketsIn(...all: readonly ReadonlySet<string>[]): readonly string[] {
  return [...new Set(all.flatMap((places) => [...places].map((place) => `s3:::${place.split("/")[0]}`)))];
}

function partitionOf(definition: ObjectValue): string {
  let found: string | null = null;
  walk(get(definition, "Steps") ?? [], (value) => {
    if (found === null && typeof value === "string") found = /^arn:(aws(?:-[a-z-]+)?):/.exec(value)?.[1] ?? null;
    return found === null;
  });
  return found ?? "aws";
}

/** A Sid takes letters and digits alone: `TrainingJobsForTrainAndEvaluate`. */
function statementsOf(asked: readonly Asked[]): readonly Statement[] {
  const taken = new Set<string>();
  return asked.map(({ about, actions, passedTo, resources, steps }) => {
    const names = [...steps].map((name) => name.replace(/[^A-Za-z0-9]/g, "")).filter((name) => name !== "");
    const told = names.slice(0, 3).join("And") + (names.length > 3 ? `And${names.length - 3}More` : "");
    let sid = `${about}For${told}`;
    for (let count = 2; taken.has(sid); count++) sid = `${about}${count}For${told}`;
    taken.add(sid);
    return {
      Sid: sid,
      Effect: "Allow",
      Action: actions,
      Resource: [...resources],
      ...(passedTo !== null && { Condition: { StringEquals: { "iam:PassedToService": passedTo } } }),
    };
  });
}
