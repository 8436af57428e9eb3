import { channels2 } from "./own/channels2";
import { containers } from "./own/containers";
import { emr } from "./own/emr";
import { fail } from "./own/fail";
import { callback, lambda } from "./own/lambda";
import { model2 } from "./own/model2";
import { processing } from "./own/processing";
import { training2 } from "./own/training2";
import { modulesOf, type Sdk, shapes } from "./sdk";

const workflow: Readonly<Record<string, string>> = {
  callback_step: "CallbackOutput CallbackOutputTypeEnum CallbackStep",
  condition_step: "ConditionStep",
  conditions:
    "Condition ConditionEquals ConditionGreaterThan ConditionGreaterThanOrEqualTo ConditionIn ConditionLessThan ConditionLessThanOrEqualTo ConditionNot ConditionOr",
  emr_step: "EMRStep EMRStepConfig",
  execution_variables: "ExecutionVariables",
  fail_step: "FailStep",
  functions: "Join JsonGet",
  lambda_step: "LambdaOutput LambdaOutputTypeEnum LambdaStep",
  parameters: "ParameterBoolean ParameterFloat ParameterInteger ParameterString",
  pipeline: "Pipeline",
  pipeline_context: "PipelineSession",
  pipeline_experiment_config: "PipelineExperimentConfig PipelineExperimentConfigProperties",
  properties: "Properties PropertyFile",
  retry: "SageMakerJobExceptionTypeEnum SageMakerJobStepRetryPolicy StepExceptionTypeEnum StepRetryPolicy",
  steps: "CacheConfig CreateModelStep ProcessingStep Step StepTypeEnum TrainingStep",
};

/** SDK 2.257.7, the last of the SDK that most pipelines are written with. */
export const sdk2: Sdk = {
  requirement: "sagemaker>=2.257,<3",
  modules: {
    Lambda: "sagemaker.lambda_helper",
    NetworkConfig: "sagemaker.network",
    telemetry_logging: "sagemaker.telemetry",
    ...modulesOf("sagemaker", {
      estimator: "Estimator",
      inputs: "TrainingInput",
      processing: "ProcessingInput ProcessingOutput Processor",
    }),
    ...modulesOf("sagemaker.workflow", workflow),
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
  },
  shapes,
  own: {
    ...containers,
    Lambda: lambda,
    Callback: callback,
    Fail: fail,
    Training: training2,
    Model: model2,
    EMR: emr(["CacheConfig", "RetryPolicies"]),
    Processing: processing(channels2),
  },
  rootKeys: ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "Steps"],
  hasTriggers: false,
};
