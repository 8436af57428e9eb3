/**
 * What the role of a pipeline has to be allowed for a step, data aside (buckets, images and keys are told by its fields). Sources: the
 * developer guide's build-and-manage-access and the managed policy AmazonSageMakerPipelinesIntegrations
 * (security-iam-awsmanpol-pipelines); the actions of each API in the service authorization reference.
 */
import type { ObjectValue } from "../../../definition/value";

export interface Permission {
  /** Names it in a policy: letters alone. */
  readonly about: string;
  readonly actions: readonly string[];
  /** ARNs without `arn:PARTITION:`, but for `*`. */
  readonly resources: readonly string[];
}

/** Of one step type. */
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
export function jobPermissions(
  about: string,
  name: string,
  resource: string,
  more: readonly string[] = [],
): TypePermissions {
  const actions = [
    `sagemaker:Create${name}`,
    `sagemaker:Describe${name}`,
    `sagemaker:Stop${name}`,
    "sagemaker:AddTags",
  ];
  const permission = { about, actions: [...actions, ...more], resources: [`sagemaker:*:*:${resource}/*`] };
  return { permissions: () => [permission], passesTo: sagemaker, takesOwnRole: true, runsContainers: true };
}

/** Of the steps that run processing jobs: the checks do too. */
export const processingJobs = jobPermissions("ProcessingJobs", "ProcessingJob", "processing-job");

/** Create and describe what is not run. */
export function madePermissions(
  about: string,
  actions: readonly string[],
  resources: readonly string[],
): TypePermissions {
  const permission = {
    about,
    actions: [...actions.map((action) => `sagemaker:${action}`), "sagemaker:AddTags"],
    resources: resources.map((resource) => `sagemaker:*:*:${resource}/*`),
  };
  return { permissions: () => [permission], passesTo: sagemaker, takesOwnRole: false, runsContainers: false };
}

/** Create and read in Bedrock; `passesTo` is null where no role is handed on. */
export function bedrockPermissions(
  about: string,
  actions: readonly string[],
  passesTo: string | null = "bedrock.amazonaws.com",
): TypePermissions {
  const permission = {
    about,
    actions: [...actions.map((action) => `bedrock:${action}`), "bedrock:TagResource"],
    resources: ["*"],
  };
  return { permissions: () => [permission], passesTo, takesOwnRole: false, runsContainers: false };
}

/** Of a step that asks nothing of the role. */
export const noPermissions: TypePermissions = {
  permissions: () => [],
  passesTo: null,
  takesOwnRole: false,
  runsContainers: false,
};

/** The rules by which SageMaker hears that a step of EMR has ended; it makes them itself. */
export const emrRules: Permission = {
  about: "EventsOfEMR",
  actions: ["events:PutRule", "events:DescribeRule", "events:PutTargets"],
  resources: ["events:*:*:rule/SageMakerPipelineExecutionEMR*"],
};
