/** What the role of a pipeline has to be allowed for a step of each type, data aside (buckets, images and keys are told by its fields). */
import { get, type ObjectValue, text } from "../definition/value";
import type { KnownStepType } from ".";

export interface Permission {
  /** Names it in a policy: letters alone. */
  readonly about: string;
  readonly actions: readonly string[];
  /** ARNs without `arn:PARTITION:`, but for `*`. */
  readonly resources: readonly string[];
}

export interface TypePermissions {
  readonly permissions: (step: ObjectValue) => readonly Permission[];
  /** The service that the roles named in the step are handed to; null where it takes none. */
  readonly passesTo: string | null;
  /** Where the step names no role it is given the pipeline's own. */
  readonly takesOwnRole: boolean;
  /** It runs containers with that role: they write logs and metrics. */
  readonly runsContainers: boolean;
}

const sagemaker = "sagemaker.amazonaws.com";

/** Create, describe and stop one kind of job (developer guide, build-and-manage-access). */
function job(about: string, name: string, resource: string, more: readonly string[] = []): TypePermissions {
  const actions = [
    `sagemaker:Create${name}`,
    `sagemaker:Describe${name}`,
    `sagemaker:Stop${name}`,
    "sagemaker:AddTags",
  ];
  const permission = { about, actions: [...actions, ...more], resources: [`sagemaker:*:*:${resource}/*`] };
  return { permissions: () => [permission], passesTo: sagemaker, takesOwnRole: true, runsContainers: true };
}

/** Create and describe what is not run. */
function made(about: string, actions: readonly string[], resources: readonly string[]): TypePermissions {
  const permission = {
    about,
    actions: [...actions.map((action) => `sagemaker:${action}`), "sagemaker:AddTags"],
    resources: resources.map((resource) => `sagemaker:*:*:${resource}/*`),
  };
  return { permissions: () => [permission], passesTo: sagemaker, takesOwnRole: false, runsContainers: false };
}

function bedrock(about: string, actions: readonly string[], passesTo: string | null = "bedrock.amazonaws.com") {
  const permission = {
    about,
    actions: [...actions.map((action) => `bedrock:${action}`), "bedrock:TagResource"],
    resources: ["*"],
  };
  return { permissions: () => [permission], passesTo, takesOwnRole: false, runsContainers: false };
}

const nothing: TypePermissions = { permissions: () => [], passesTo: null, takesOwnRole: false, runsContainers: false };
const processing = job("ProcessingJobs", "ProcessingJob", "processing-job");

/**
 * Sources: the developer guide's build-and-manage-access and the managed policy AmazonSageMakerPipelinesIntegrations
 * (security-iam-awsmanpol-pipelines); the actions of each API in the service authorization reference.
 */
const byType = {
  Processing: processing,
  ClarifyCheck: processing,
  QualityCheck: processing,
  Training: job("TrainingJobs", "TrainingJob", "training-job"),
  Tuning: {
    permissions: () => [
      ...job("TuningJobs", "HyperParameterTuningJob", "hyper-parameter-tuning-job", [
        "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
      ]).permissions({}),
      {
        about: "TrainingJobsOfTuning",
        actions: ["sagemaker:DescribeTrainingJob"],
        resources: ["sagemaker:*:*:training-job/*"],
      },
    ],
    passesTo: sagemaker,
    takesOwnRole: true,
    runsContainers: true,
  },
  AutoML: job("AutoMLJobs", "AutoMLJob", "automl-job", ["sagemaker:ListCandidatesForAutoMLJob"]),
  // It runs with the role of its model.
  Transform: { ...job("TransformJobs", "TransformJob", "transform-job"), takesOwnRole: false, runsContainers: false },
  Job: job("Jobs", "Job", "job"),
  Model: { ...made("Models", ["CreateModel", "DescribeModel"], ["model"]), takesOwnRole: true },
  RegisterModel: made(
    "ModelPackages",
    ["CreateModelPackage", "DescribeModelPackage", "CreateModelPackageGroup", "DescribeModelPackageGroup"],
    ["model-package", "model-package-group"],
  ),
  EndpointConfig: made("EndpointConfigs", ["CreateEndpointConfig", "DescribeEndpointConfig"], ["endpoint-config"]),
  Endpoint: made(
    "Endpoints",
    ["CreateEndpoint", "DescribeEndpoint", "UpdateEndpoint"],
    ["endpoint", "endpoint-config"],
  ),
  InferenceComponent: made(
    "InferenceComponents",
    ["CreateInferenceComponent", "DescribeInferenceComponent", "UpdateInferenceComponent"],
    ["inference-component", "endpoint"],
  ),
  HubContent: made("HubContents", ["ImportHubContent", "DescribeHubContent"], ["hub", "hub-content"]),
  Lineage: made(
    "Lineage",
    [
      "CreateAction",
      "CreateArtifact",
      "CreateContext",
      "AddAssociation",
      "DescribeAction",
      "DescribeArtifact",
      "DescribeContext",
    ],
    ["action", "artifact", "context"],
  ),
  Lambda: {
    ...nothing,
    permissions: (step: ObjectValue) => [
      {
        about: "Functions",
        actions: ["lambda:InvokeFunction"],
        resources: [functionOf(text(get(step, "FunctionArn")))],
      },
    ],
  },
  Callback: {
    ...nothing,
    permissions: (step: ObjectValue) => [
      { about: "Queues", actions: ["sqs:SendMessage"], resources: [queueOf(text(get(step, "SqsQueueUrl")))] },
    ],
  },
  EMR: {
    permissions: (step: ObjectValue) => emrOf(get(step, "Arguments")),
    passesTo: "elasticmapreduce.amazonaws.com",
    takesOwnRole: false,
    runsContainers: false,
  },
  EMRServerless: {
    permissions: (step: ObjectValue) => emrServerlessOf(get(step, "Arguments")),
    passesTo: "emr-serverless.amazonaws.com",
    takesOwnRole: false,
    runsContainers: false,
  },
  Athena: {
    ...nothing,
    permissions: () => [
      {
        about: "Queries",
        actions: ["athena:StartQueryExecution", "athena:GetQueryExecution", "athena:StopQueryExecution"],
        resources: ["athena:*:*:workgroup/*"],
      },
      {
        about: "Catalog",
        actions: ["glue:GetDatabase", "glue:GetTable", "glue:GetPartitions"],
        resources: ["glue:*:*:catalog", "glue:*:*:database/*", "glue:*:*:table/*"],
      },
    ],
  },
  BedrockCustomModel: bedrock("CustomModels", ["CreateCustomModel", "GetCustomModel"]),
  BedrockCustomModelDeployment: bedrock(
    "CustomModelDeployments",
    ["CreateCustomModelDeployment", "GetCustomModelDeployment"],
    null,
  ),
  BedrockModelImport: bedrock("ModelImports", ["CreateModelImportJob", "GetModelImportJob", "GetImportedModel"]),
  BedrockProvisionedModelThroughput: bedrock(
    "Throughputs",
    ["CreateProvisionedModelThroughput", "GetProvisionedModelThroughput"],
    null,
  ),
  // It deletes objects: which, its fields and those of the steps that it names tell.
  Cleanup: nothing,
  Condition: nothing,
  ForEach: nothing,
  Fail: nothing,
} satisfies Readonly<Record<KnownStepType, TypePermissions>>;

const table: ReadonlyMap<string, TypePermissions> = new Map(Object.entries(byType));

/** What a step of a type asks of the role; null for a type that nobody here knows. */
export function permissionsOfType(type: string): TypePermissions | null {
  return table.get(type) ?? null;
}

/** Without the partition; whichever function, where the step computes it. A version or an alias is a resource of its own. */
function functionOf(arn: string | undefined): string {
  return /^arn:[\w-]+:(lambda:[\w-]+:\d{12}:function:[\w:$-]+)$/.exec(arn ?? "")?.[1] ?? "lambda:*:*:function:*";
}

function queueOf(url: string | undefined): string {
  const [, region, account, name] = /^https:\/\/sqs\.([\w-]+)\.[^/]+\/(\d{12})\/([\w.-]+)$/.exec(url ?? "") ?? [];
  return name === undefined ? "sqs:*:*:*" : `sqs:${region}:${account}:${name}`;
}

/** The rules by which SageMaker hears that a step of EMR has ended; it makes them itself. */
const rules: Permission = {
  about: "EventsOfEMR",
  actions: ["events:PutRule", "events:DescribeRule", "events:PutTargets"],
  resources: ["events:*:*:rule/SageMakerPipelineExecutionEMR*"],
};

function emrOf(args: unknown): readonly Permission[] {
  const given = args as ObjectValue | undefined;
  const onCluster = ["AddJobFlowSteps", "CancelSteps", "DescribeCluster", "DescribeStep", "ListSteps"];
  const own = get(given, "ClusterConfig") === undefined ? [] : ["RunJobFlow", "TerminateJobFlows"];
  const cluster = text(get(given, "ClusterId"));
  return [
    {
      about: "Clusters",
      actions: [...onCluster, ...own].map((action) => `elasticmapreduce:${action}`),
      resources: [
        `elasticmapreduce:*:*:cluster/${cluster !== undefined && /^j-[A-Z0-9]+$/.test(cluster) ? cluster : "*"}`,
      ],
    },
    rules,
  ];
}

function emrServerlessOf(args: unknown): readonly Permission[] {
  const given = args as ObjectValue | undefined;
  const makes = get(given, "ApplicationConfig") !== undefined;
  const runs = ["StartJobRun", "GetJobRun", "CancelJobRun", "GetApplication"];
  const own = makes ? ["StartApplication", "StopApplication", "DeleteApplication"] : [];
  return [
    {
      about: "Applications",
      actions: [...runs, ...own].map((action) => `emr-serverless:${action}`),
      resources: ["emr-serverless:*:*:/applications/*"],
    },
    ...(makes ? [{ about: "NewApplications", actions: ["emr-serverless:CreateApplication"], resources: ["*"] }] : []),
    rules,
  ];
}
