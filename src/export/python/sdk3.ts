import { shapes, steps, types, values } from "./bothSdks";
import { channels3 } from "./own/channels3";
import { cleanup } from "./own/cleanup";
import { containers } from "./own/containers";
import { emr } from "./own/emr";
import { emrServerless } from "./own/emrServerless";
import { fail } from "./own/fail";
import { callback, lambda } from "./own/lambda";
import { processing } from "./own/processing";
import { transform } from "./own/transform";
import { modulesOf, type Sdk } from "./sdk";

const mlops: Readonly<Record<string, string>> = {
  ...steps,
  cleanup_step: "CleanupStep S3CleanupSource",
  emr_serverless_step: "EMRServerlessJobConfig EMRServerlessStep",
  for_each_step: "CurrentItem ForEachSelector ForEachStep IterationOutput",
  pipeline: "MlflowConfig Pipeline",
  step_dependency: "StepDependency TriggerCondition",
  steps: "CacheConfig ProcessingStep Step StepTypeEnum TransformStep",
};

/** SDK 3.27.0. */
export const sdk3: Sdk = {
  requirement: "sagemaker>=3.27,<4",
  modules: {
    telemetry_logging: "sagemaker.core.telemetry",
    Lambda: "sagemaker.core.lambda_helper",
    NetworkConfig: "sagemaker.core.network",
    Processor: "sagemaker.core.processing",
    Transformer: "sagemaker.core.transformer",
    ...modulesOf("sagemaker.core", { shapes: "ProcessingInput ProcessingOutput ProcessingS3Input ProcessingS3Output" }),
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
    Transform: transform,
  },
  rootKeys: ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "MlflowConfig", "Steps"],
  hasTriggers: true,
};
