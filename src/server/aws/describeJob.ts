/** The outputs of a step that ran at AWS: the Describe response of the job behind it, which is what other steps could refer to. */
import type { PipelineExecutionStepMetadata, SageMaker } from "@aws-sdk/client-sagemaker";
import { calling } from "./awsError";

/** A member of the response, whole: `outputAt` of the core looks into it as a reference does. */
export interface DescribedOutput {
  readonly path: string;
  readonly value: string;
}

type Describe = (sageMaker: SageMaker, name: string, arn: string) => Promise<object>;

/** By the key of the step's metadata. `name` is the last part of the ARN. */
const describes: Readonly<Record<string, readonly [operation: string, describe: Describe]>> = {
  TrainingJob: ["DescribeTrainingJob", (aws, name) => aws.describeTrainingJob({ TrainingJobName: name })],
  ProcessingJob: ["DescribeProcessingJob", (aws, name) => aws.describeProcessingJob({ ProcessingJobName: name })],
  TransformJob: ["DescribeTransformJob", (aws, name) => aws.describeTransformJob({ TransformJobName: name })],
  TuningJob: [
    "DescribeHyperParameterTuningJob",
    (aws, name) => aws.describeHyperParameterTuningJob({ HyperParameterTuningJobName: name }),
  ],
  AutoMLJob: ["DescribeAutoMLJob", (aws, name) => aws.describeAutoMLJob({ AutoMLJobName: name })],
  Model: ["DescribeModel", (aws, name) => aws.describeModel({ ModelName: name })],
  RegisterModel: ["DescribeModelPackage", (aws, _name, arn) => aws.describeModelPackage({ ModelPackageName: arn })],
  Endpoint: ["DescribeEndpoint", (aws, name) => aws.describeEndpoint({ EndpointName: name })],
  EndpointConfig: ["DescribeEndpointConfig", (aws, name) => aws.describeEndpointConfig({ EndpointConfigName: name })],
  InferenceComponent: [
    "DescribeInferenceComponent",
    (aws, name) => aws.describeInferenceComponent({ InferenceComponentName: name }),
  ],
};

/** Null where the step's metadata names no job that can be described. */
export async function describeJob(
  sageMaker: SageMaker,
  metadata: PipelineExecutionStepMetadata | undefined,
): Promise<DescribedOutput[] | null> {
  const [kind, held] = Object.entries(metadata ?? {}).find(([, member]) => member !== undefined) ?? [];
  const found = kind !== undefined && Object.hasOwn(describes, kind) ? describes[kind] : undefined;
  const arn: unknown = held !== null && typeof held === "object" && "Arn" in held ? held.Arn : undefined;
  if (found === undefined || typeof arn !== "string") return null;
  const [operation, ask] = found;
  const response = await calling(operation, () => ask(sageMaker, arn.slice(arn.lastIndexOf("/") + 1), arn));
  return Object.entries(response).flatMap(([path, value]) =>
    path === "$metadata" || value === undefined ? [] : [{ path, value: JSON.stringify(value) }],
  );
}
