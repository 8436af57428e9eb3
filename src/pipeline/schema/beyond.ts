/**
 * What AWS says and the installed SDK does not carry, each with its source. Source keys as in the notes on the definition format:
 * `botocore` 1.44.5 (sagemaker/2017-07-24/service-2.json), `v2`/`v3` the SageMaker Python SDK, `sch` the official JSON schema,
 * `dg` the developer guide, `API` the API model, `iss` issues of aws/sagemaker-python-sdk.
 * Members and values of requests that the SDK lacks are added when the models are made: scripts/api-model/pipelinesShapes.mjs.
 */

/** The numbers that are floats, as `Shape.Member`; every other number is an integer (botocore). */
export const floats: ReadonlySet<string> = new Set([
  // requests
  "AutoMLDataSplitConfig.ValidationFraction",
  "InferenceComponentComputeResourceRequirements.NumberOfCpuCoresRequired",
  "InferenceComponentComputeResourceRequirements.NumberOfAcceleratorDevicesRequired",
  "ProductionVariant.InitialVariantWeight",
  "TuningJobCompletionCriteria.TargetObjectiveMetricValue",
  // of EMR
  "CloudWatchAlarmDefinition.Threshold",
  "InstanceTypeConfig.BidPriceAsPercentageOfOnDemandPrice",
  // responses
  "MetricData.Value",
  "MetricDatum.Value",
  "FinalAutoMLJobObjectiveMetric.Value",
  "FinalHyperParameterTuningJobObjectiveMetric.Value",
  "ProductionVariantSummary.CurrentWeight",
  "ProductionVariantSummary.DesiredWeight",
  "PendingProductionVariantSummary.CurrentWeight",
  "PendingProductionVariantSummary.DesiredWeight",
]);

/** A bound of a value: of a number its value, of a text its length, of a list or a map its count. Both ends included. */
export interface Bound {
  readonly of: "value" | "length" | "count";
  readonly min?: number;
  readonly max?: number;
  readonly source: string;
}

/** Bounds of members, as `Shape.Member`: of requests, of the shapes of own step types, of what stands beside `Arguments`; `[]` for the elements of a list. */
export const bounds: Readonly<Record<string, Bound>> = {
  "CreateProcessingJobRequest.ProcessingInputs": { of: "count", max: 10, source: "iss 2554" },
  "ProcessingOutputConfig.Outputs": { of: "count", max: 10, source: "botocore ProcessingOutputs" },
  "AppSpecification.ContainerArguments": { of: "count", min: 1, max: 100, source: "botocore ContainerArguments" },
  "AppSpecification.ContainerArguments[]": { of: "length", max: 256, source: "botocore; iss 314, 5224" },
  "CreateModelInput.Containers": { of: "count", max: 15, source: "botocore ContainerDefinitionList" },
  "CreateHyperParameterTuningJobRequest.TrainingJobDefinitions": { of: "count", max: 10, source: "API" },
  "CreateEndpointConfigInput.ProductionVariants": { of: "count", max: 10, source: "sch:2632" },
  "CreateJobRequest.JobConfigDocument": { of: "length", min: 1, max: 262_144, source: "API CreateJobRequest" },
  "ForEachArguments.IterableItems": { of: "count", min: 1, max: 100, source: "v3.27 for_each_step.py" },
  "ForEachArguments.MaxConcurrency": { of: "value", min: 1, max: 50, source: "v3.27 for_each_step.py" },
  "CleanupResources.S3": { of: "count", min: 1, max: 100, source: "v3.27 cleanup_step.py; botocore" },
  "CleanupSource.S3Uris": { of: "count", min: 1, max: 100, source: "v3.27 cleanup_step.py; botocore" },
  "LineageArguments.Associations": { of: "count", max: 10, source: "API LineageMetadata" },
  "FailArguments.ErrorMessage": { of: "length", max: 3072, source: "API FailStepMetadata" },
  "PipelineStep.Name": { of: "length", min: 1, max: 64, source: "sch:162; API StepName" },
  "PipelineStep.DisplayName": { of: "length", max: 256, source: "API StepDisplayName" },
  "PipelineStep.Description": { of: "length", max: 3072, source: "API StepDescription" },
  "PipelineStep.SqsQueueUrl": { of: "length", min: 1, max: 256, source: "API CallbackStepMetadata" },
  "PipelineStep.OutputParameters": { of: "count", max: 50, source: "API OutputParameterList" },
  "OutputParameter.OutputName": { of: "length", min: 1, max: 256, source: "API OutputParameter" },
  "RetryPolicy.IntervalSeconds": { of: "value", min: 0, max: 43_200, source: "dg pipelines-retry-policy" },
  "RetryPolicy.BackoffRate": { of: "value", min: 0, source: "dg pipelines-retry-policy" },
  "RetryPolicy.MaxAttempts": { of: "value", min: 0, max: 20, source: "v2 retry.py:76-82; dg allows 0" },
  "RetryPolicy.ExpireAfterMin": { of: "value", min: 0, max: 14_400, source: "v2 retry.py:84-90; dg" },
};

/** Tags of every request that takes them. */
export const tagBound: Bound = { of: "count", max: 50, source: "API TagList" };

/**
 * What the service has and @aws-sdk/client-sagemaker 3.1142.0 has not (botocore 1.44.8): its client drops these when it writes and
 * when it reads. To be deleted line by line as the SDK catches up; `beyond.test.ts` fails when it has.
 */
export const unknownToSdk: readonly { readonly shape: string; readonly members: readonly string[] }[] = [
  { shape: "PipelineExecutionStep", members: ["IterationContext"] },
  { shape: "PipelineExecutionStepMetadata", members: ["EMRServerless", "Athena", "Cleanup", "ForEach", "HubContent"] },
  { shape: "CreatePipelineRequest", members: ["PipelineVersionAliases"] },
  { shape: "UpdatePipelineRequest", members: ["PipelineVersionAliases"] },
  { shape: "UpdatePipelineVersionRequest", members: ["PipelineVersionAliasOperations"] },
  { shape: "DescribePipelineRequest", members: ["PipelineVersionAlias"] },
  { shape: "StartPipelineExecutionRequest", members: ["PipelineVersionAlias", "RoleArn"] },
  { shape: "ListPipelineExecutionsRequest", members: ["PipelineVersionAlias"] },
  { shape: "DescribePipelineResponse", members: ["PipelineVersionAliases"] },
  { shape: "DescribePipelineExecutionResponse", members: ["RoleArn", "PipelineVersionAliases"] },
  { shape: "PipelineVersionSummary", members: ["PipelineVersionAliases"] },
  { shape: "PipelineExecutionSummary", members: ["PipelineVersionAliases"] },
  { shape: "ListPipelinesRequest", members: ["ManagedBy"] },
];
