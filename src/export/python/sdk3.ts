import { lineageEntities, measures, shapes, steps, types, values } from "./bothSdks";
import { channels3 } from "./own/channels3";
import { cleanup } from "./own/cleanup";
import { containers } from "./own/containers";
import { emr } from "./own/emr";
import { emrServerless } from "./own/emrServerless";
import { endpoint, endpointConfig, inferenceComponent } from "./own/endpoints";
import { fail } from "./own/fail";
import { callback, lambda } from "./own/lambda";
import { lineage } from "./own/lineage";
import { model3 } from "./own/model3";
import { processing } from "./own/processing";
import { register3 } from "./own/register";
import { training3 } from "./own/training3";
import { transform } from "./own/transform";
import { modulesOf, type Sdk } from "./sdk";

const mlops: Readonly<Record<string, string>> = {
  ...steps,
  cleanup_step: "CleanupStep S3CleanupSource",
  emr_serverless_step: "EMRServerlessJobConfig EMRServerlessStep",
  for_each_step: "CurrentItem ForEachSelector ForEachStep IterationOutput",
  model_step: "ModelStep",
  pipeline: "MlflowConfig Pipeline",
  step_dependency: "StepDependency TriggerCondition",
  steps: "CacheConfig ProcessingStep Step StepTypeEnum TrainingStep TransformStep",
};

/** Shapes of what a job is trained with. */
const training =
  "Channel CheckpointConfig DataSource FileSystemDataSource MetricDefinition OutputDataConfig RetryStrategy S3DataSource ShuffleConfig StoppingCondition Tag";

/** SDK 3.27.0. */
export const sdk3: Sdk = {
  requirement: "sagemaker>=3.27,<4",
  modules: {
    telemetry_logging: "sagemaker.core.telemetry",
    Lambda: "sagemaker.core.lambda_helper",
    NetworkConfig: "sagemaker.core.network",
    Processor: "sagemaker.core.processing",
    Transformer: "sagemaker.core.transformer",
    ModelBuilder: "sagemaker.serve.model_builder",
    ModelTrainer: "sagemaker.train.model_trainer",
    ...modulesOf("sagemaker.core", {
      shapes: `ProcessingInput ProcessingOutput ProcessingS3Input ProcessingS3Output ${training}`,
    }),
    ...modulesOf("sagemaker.core", measures),
    ...modulesOf("sagemaker.core.lineage", lineageEntities),
    ...modulesOf("sagemaker.core.training", { configs: "Compute Networking" }),
    ...modulesOf("sagemaker.mlops.workflow", mlops),
    ...modulesOf("sagemaker.core.workflow", values),
  },
  types: {
    ...types,
    EMRServerless: "EMR_SERVERLESS",
    Job: "JOB",
    Cleanup: "CLEANUP",
    ForEach: "FOR_EACH",
  },
  shapes,
  own: {
    ...containers,
    Lambda: lambda,
    Callback: callback,
    Fail: fail,
    EMR: emr(["CacheConfig"]),
    EMRServerless: emrServerless,
    Cleanup: cleanup,
    Processing: processing(channels3),
    Endpoint: endpoint,
    EndpointConfig: endpointConfig(false),
    InferenceComponent: inferenceComponent,
    Lineage: lineage,
    Model: model3,
    RegisterModel: register3,
    Training: training3,
    Transform: transform,
  },
  rootKeys: ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "MlflowConfig", "Steps"],
  hasTriggers: true,
};
