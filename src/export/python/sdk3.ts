import { channels3 } from "./own/channels3";
import { cleanup } from "./own/cleanup";
import { containers } from "./own/containers";
import { emr } from "./own/emr";
import { emrServerless } from "./own/emrServerless";
import { fail } from "./own/fail";
import { callback, lambda } from "./own/lambda";
import { processing } from "./own/processing";
import { modulesOf, type Sdk, shapes } from "./sdk";

const steps: Readonly<Record<string, string>> = {
  callback_step: "CallbackOutput CallbackOutputTypeEnum CallbackStep",
  cleanup_step: "CleanupStep S3CleanupSource",
  condition_step: "ConditionStep",
  emr_serverless_step: "EMRServerlessJobConfig EMRServerlessStep",
  emr_step: "EMRStep EMRStepConfig",
  fail_step: "FailStep",
  for_each_step: "CurrentItem ForEachSelector ForEachStep IterationOutput",
  lambda_step: "LambdaOutput LambdaOutputTypeEnum LambdaStep",
  pipeline: "MlflowConfig Pipeline",
  pipeline_experiment_config: "PipelineExperimentConfig PipelineExperimentConfigProperties",
  retry: "SageMakerJobExceptionTypeEnum SageMakerJobStepRetryPolicy StepExceptionTypeEnum StepRetryPolicy",
  step_dependency: "StepDependency TriggerCondition",
  steps: "CacheConfig ProcessingStep Step StepTypeEnum",
};
const core: Readonly<Record<string, string>> = {
  conditions:
    "Condition ConditionEquals ConditionGreaterThan ConditionGreaterThanOrEqualTo ConditionIn ConditionLessThan ConditionLessThanOrEqualTo ConditionNot ConditionOr",
  execution_variables: "ExecutionVariables",
  functions: "Join JsonGet",
  parameters: "ParameterBoolean ParameterFloat ParameterInteger ParameterString",
  pipeline_context: "PipelineSession",
  properties: "Properties PropertyFile",
};

/** SDK 3.27.0. */
export const sdk3: Sdk = {
  requirement: "sagemaker>=3.27,<4",
  modules: {
    telemetry_logging: "sagemaker.core.telemetry",
    Lambda: "sagemaker.core.lambda_helper",
    NetworkConfig: "sagemaker.core.network",
    Processor: "sagemaker.core.processing",
    ...modulesOf("sagemaker.core", { shapes: "ProcessingInput ProcessingOutput ProcessingS3Input ProcessingS3Output" }),
    ...modulesOf("sagemaker.mlops.workflow", steps),
    ...modulesOf("sagemaker.core.workflow", core),
  },
  types: {
    Condition: "CONDITION",
    Model: "CREATE_MODEL",
    Processing: "PROCESSING",
    RegisterModel: "REGISTER_MODEL",
    Training: "TRAINING",
    Transform: "TRANSFORM",
    Callback: "CALLBACK",
    Tuning: "TUNING",
    Lambda: "LAMBDA",
    QualityCheck: "QUALITY_CHECK",
    ClarifyCheck: "CLARIFY_CHECK",
    EMR: "EMR",
    Fail: "FAIL",
    AutoML: "AUTOML",
    EndpointConfig: "ENDPOINT_CONFIG",
    Endpoint: "ENDPOINT",
    InferenceComponent: "INFERENCE_COMPONENT",
    Lineage: "LINEAGE",
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
  },
  rootKeys: ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "MlflowConfig", "Steps"],
  hasTriggers: true,
};
