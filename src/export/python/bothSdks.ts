/** What the two SDKs have in common. */
import type { Sdk } from "./sdk";

/** Classes of steps and of what stands around them, by module; the modules lie in different packages. */
export const steps: Readonly<Record<string, string>> = {
  callback_step: "CallbackOutput CallbackOutputTypeEnum CallbackStep",
  condition_step: "ConditionStep",
  emr_step: "EMRStep EMRStepConfig",
  endpoint_step: "EndpointConfigStep EndpointStep",
  fail_step: "FailStep",
  inference_component_step: "InferenceComponentStep",
  lambda_step: "LambdaOutput LambdaOutputTypeEnum LambdaStep",
  lineage_step: "LineageAssociation LineageEntityReference LineageStep",
  pipeline_experiment_config: "PipelineExperimentConfig PipelineExperimentConfigProperties",
  retry: "SageMakerJobExceptionTypeEnum SageMakerJobStepRetryPolicy StepExceptionTypeEnum StepRetryPolicy",
};

/** Classes of what steps are given. */
export const values: Readonly<Record<string, string>> = {
  conditions:
    "Condition ConditionEquals ConditionGreaterThan ConditionGreaterThanOrEqualTo ConditionIn ConditionLessThan ConditionLessThanOrEqualTo ConditionNot ConditionOr",
  execution_variables: "ExecutionVariables",
  functions: "Join JsonGet",
  parameters: "ParameterBoolean ParameterFloat ParameterInteger ParameterString",
  pipeline_context: "PipelineSession",
  properties: "Properties PropertyFile",
};

/** What a model is measured by. */
export const measures: Readonly<Record<string, string>> = {
  drift_check_baselines: "DriftCheckBaselines",
  model_metrics: "FileSource MetricsSource ModelMetrics",
};

/** What of a run is recorded. */
export const lineageEntities: Readonly<Record<string, string>> = {
  action: "Action",
  artifact: "Artifact",
  context: "Context",
};

export const types: Sdk["types"] = {
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
};

/** The shapes of the API from which the properties of steps are made. */
export const shapes: Sdk["shapes"] = {
  Training: ["DescribeTrainingJobResponse"],
  Processing: ["DescribeProcessingJobResponse"],
  Transform: ["DescribeTransformJobResponse"],
  Tuning: ["DescribeHyperParameterTuningJobResponse", "ListTrainingJobsForHyperParameterTuningJobResponse"],
  AutoML: ["DescribeAutoMLJobResponse"],
  Model: ["DescribeModelOutput"],
  RegisterModel: ["DescribeModelPackageOutput"],
  EndpointConfig: ["DescribeEndpointConfigOutput"],
  Endpoint: ["DescribeEndpointOutput"],
  InferenceComponent: ["DescribeInferenceComponentOutput"],
  Job: ["DescribeJobResponse"],
  EMR: ["Step"],
};
