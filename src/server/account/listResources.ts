/** What an account has of a kind, for whoever looks for a value. */
import type { Resource, ResourceKind } from "../../contract/account";
import { OperationError } from "../../contract/operationError";
import type { Target } from "../../contract/target";
import { partitionOf } from "../../pipeline/promote/partition";
import { calling } from "../aws/awsError";
import { localRoleArn } from "../aws/localNames";
import type { Region } from "../aws/region";
import type { Services } from "../aws/services/services";

/** So many are read of an account, and so many of those that fit are told. */
const mostRead = 2000;
const mostTold = 100;

interface Page {
  readonly items: readonly Resource[];
  readonly next: string | undefined;
}
type Lister = (token: string | undefined) => Promise<Page>;

/** Lists what fits a search; throws where the target cannot list it, or who asks may not. */
export async function listResources(
  region: Region,
  target: Target,
  kind: ResourceKind,
  search: string,
): Promise<{ readonly resources: Resource[]; readonly more: boolean }> {
  const { operation, list, wanted = search } = await listerOf(region, target, kind, search);
  const words = wanted.toLowerCase();
  // A name has neither; of an ARN, an address or an image, the whole is searched.
  const byValue = /[:/]/.test(words);
  const found: Resource[] = [];
  let read = 0;
  let token: string | undefined;
  do {
    const page = await calling(operation, () => list(token));
    read += page.items.length;
    found.push(...page.items.filter(({ value, label }) => (byValue ? value : label).toLowerCase().includes(words)));
    token = page.next === "" ? undefined : page.next;
  } while (token !== undefined && found.length < mostTold && read < mostRead);
  return { resources: found.slice(0, mostTold), more: token !== undefined || found.length > mostTold };
}

interface Listing {
  readonly operation: string;
  readonly list: Lister;
  /** What a name has to contain, where that is not the whole search. */
  readonly wanted?: string;
}

async function listerOf(region: Region, target: Target, kind: ResourceKind, search: string): Promise<Listing> {
  if (kind === "pipeline") return { operation: "ListPipelines", list: pipelines(region) };
  if (target.kind === "local" || region.services === null) return locally(kind);
  const { services } = region;
  switch (kind) {
    case "role":
      return { operation: "iam:ListRoles", list: roles(services) };
    case "function":
      return { operation: "lambda:ListFunctions", list: functions(services) };
    case "queue":
      return { operation: "sqs:ListQueues", list: queues(services) };
    case "location":
      return locations(services, search);
    case "image":
      return images(services, target.region, search);
    case "modelPackageGroup":
      return { operation: "ListModelPackageGroups", list: modelPackageGroups(region) };
    case "endpoint":
      return { operation: "ListEndpoints", list: endpoints(region) };
  }
}

const kindWords: Readonly<Record<ResourceKind, string>> = {
  role: "roles",
  function: "functions",
  location: "buckets",
  image: "images",
  queue: "queues",
  modelPackageGroup: "model package groups",
  endpoint: "endpoints",
  pipeline: "pipelines",
};

function locally(kind: ResourceKind): Listing {
  if (kind === "role") {
    const items = [{ value: localRoleArn, label: "StepwireLocal", about: "the local region's own", inside: null }];
    return { operation: "iam:ListRoles", list: async () => ({ items, next: undefined }) };
  }
  const message = `The local region has no ${kindWords[kind]} to list: type the value, or choose an AWS profile as the target.`;
  throw new OperationError({ kind: "unsupported", name: "NothingToList", message, operation: "listResources" });
}

function plain(value: string | undefined, about: string | null = null): Resource[] {
  return value === undefined ? [] : [{ value, label: value, about, inside: null }];
}

function pipelines({ read }: Region): Lister {
  return async (NextToken) => {
    const page = await read.listPipelines({ NextToken, MaxResults: 100 });
    return {
      items: (page.PipelineSummaries ?? []).flatMap(({ PipelineName }) => plain(PipelineName)),
      next: page.NextToken,
    };
  };
}

function modelPackageGroups({ read }: Region): Lister {
  return async (NextToken) => {
    const page = await read.listModelPackageGroups({ NextToken, MaxResults: 100 });
    const items = (page.ModelPackageGroupSummaryList ?? []).flatMap((one) =>
      plain(one.ModelPackageGroupName, one.ModelPackageGroupDescription ?? null),
    );
    return { items, next: page.NextToken };
  };
}

function endpoints({ read }: Region): Lister {
  return async (NextToken) => {
    const page = await read.listEndpoints({ NextToken, MaxResults: 100 });
    const items = (page.Endpoints ?? []).flatMap((one) => plain(one.EndpointName, one.EndpointStatus ?? null));
    return { items, next: page.NextToken };
  };
}

/** Those that SageMaker may assume come first. */
function roles(services: Services): Lister {
  return async (marker) => {
    const page = await (await services.iam()).listRoles(marker);
    const items = (page.Roles ?? []).map(({ Arn = "", RoleName = "", AssumeRolePolicyDocument = "" }) => {
      const about = AssumeRolePolicyDocument.includes("sagemaker.amazonaws.com") ? "SageMaker may assume it" : null;
      return { value: Arn, label: RoleName, about, inside: null };
    });
    return { items: items.toSorted((one, other) => rank(one) - rank(other)), next: page.Marker };
  };
}

function rank({ about }: Resource): number {
  return about === null ? 1 : 0;
}

function functions(services: Services): Lister {
  return async (marker) => {
    const page = await (await services.lambda()).listFunctions(marker);
    const items = (page.Functions ?? []).map(({ FunctionArn = "", FunctionName = "", Description, Runtime }) => {
      return { value: FunctionArn, label: FunctionName, about: Description || Runtime || null, inside: null };
    });
    return { items, next: page.NextMarker };
  };
}

function queues(services: Services): Lister {
  return async (token) => {
    const page = await (await services.sqs()).listQueues(token);
    const items = (page.QueueUrls ?? []).map((url) => {
      return { value: url, label: url.slice(url.lastIndexOf("/") + 1), about: null, inside: null };
    });
    return { items, next: page.NextToken };
  };
}

/** Buckets; of a search that names one and a slash, what is in it. */
function locations(services: Services, search: string): Listing {
  const [, bucket, prefix = ""] = /^s3:\/\/([^/]+)\/(.*)$/s.exec(search) ?? [];
  if (bucket === undefined) {
    const list: Lister = async (ContinuationToken) => {
      const page = await (await services.s3()).listBuckets({ ContinuationToken, MaxBuckets: 1000 });
      const items = (page.Buckets ?? []).map(({ Name = "" }) => {
        return { value: `s3://${Name}`, label: Name, about: null, inside: `s3://${Name}/` };
      });
      return { items, next: page.ContinuationToken };
    };
    return { operation: "s3:ListAllMyBuckets", list, wanted: search.replace(/^s3:\/\//, "") };
  }
  const list: Lister = async (ContinuationToken) => {
    const where = { Bucket: bucket, Prefix: prefix, Delimiter: "/", ContinuationToken };
    const page = await (await services.s3()).listObjects(where);
    const folders = (page.CommonPrefixes ?? []).map(({ Prefix = "" }) => {
      const value = `s3://${bucket}/${Prefix}`;
      return { value, label: Prefix, about: null, inside: value };
    });
    const objects = (page.Contents ?? []).flatMap(({ Key = "" }) => {
      return Key.endsWith("/") ? [] : [{ value: `s3://${bucket}/${Key}`, label: Key, about: null, inside: null }];
    });
    return { items: [...folders, ...objects], next: page.NextContinuationToken };
  };
  return { operation: "s3:ListBucket", list, wanted: "" };
}

/** Repositories; of a search that names one and a colon, its tags. */
function images(services: Services, region: string, search: string): Listing {
  const [, registryId, repositoryName, tag = ""] = /^(\d{12})\.dkr\.ecr\.[^/]+\/([^:]+):(.*)$/.exec(search) ?? [];
  if (repositoryName === undefined) {
    const list: Lister = async (token) => {
      const page = await (await services.ecr()).describeRepositories(token);
      const items = (page.repositories ?? []).map(({ repositoryUri = "", repositoryName = "" }) => {
        return { value: `${repositoryUri}:latest`, label: repositoryName, about: null, inside: `${repositoryUri}:` };
      });
      return { items, next: page.nextToken };
    };
    return { operation: "ecr:DescribeRepositories", list };
  }
  const list: Lister = async (nextToken) => {
    const filter = { tagStatus: "TAGGED" } as const;
    const page = await (await services.ecr()).describeImages({ registryId, repositoryName, nextToken, filter });
    const host = `${registryId}.dkr.ecr.${region}.${partitionOf(region).suffix}`;
    const items = (page.imageDetails ?? []).flatMap(({ imageTags, imagePushedAt }) =>
      (imageTags ?? []).map((each) => {
        const about = imagePushedAt === undefined ? null : imagePushedAt.toISOString();
        return { value: `${host}/${repositoryName}:${each}`, label: each, about, inside: null };
      }),
    );
    return { items, next: page.nextToken };
  };
  return { operation: "ecr:DescribeImages", list, wanted: tag };
}
