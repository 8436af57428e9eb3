import { lineageEntities, measures, shapes, steps, types, values } from "./bothSdks";
import { channels2 } from "./own/channels2";
import { containers } from "./own/containers";
import { emr } from "./own/emr";
import { endpoint, endpointConfig, inferenceComponent } from "./own/endpoints";
import { fail } from "./own/fail";
import { callback, lambda } from "./own/lambda";
import { lineage } from "./own/lineage";
import { model2 } from "./own/model2";
import { processing } from "./own/processing";
import { register2 } from "./own/register";
import { training2 } from "./own/training2";
import { transform } from "./own/transform";
import { modulesOf, type Sdk } from "./sdk";

const workflow: Readonly<Record<string, string>> = {
  ...steps,
  ...values,
  model_step: "ModelStep",
  pipeline: "Pipeline",
  steps: "CacheConfig CreateModelStep ProcessingStep Step StepTypeEnum TrainingStep TransformStep",
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
      model: "Model",
      processing: "ProcessingInput ProcessingOutput Processor",
      transformer: "Transformer",
    }),
    ...modulesOf("sagemaker", measures),
    ...modulesOf("sagemaker.lineage", lineageEntities),
    ...modulesOf("sagemaker.workflow", workflow),
  },
  types,
  shapes,
  own: {
    ...containers,
    Lambda: lambda,
    Callback: callback,
    Fail: fail,
    Endpoint: endpoint,
    EndpointConfig: endpointConfig(true),
    InferenceComponent: inferenceComponent,
    Lineage: lineage,
    Training: training2,
    Model: model2,
    RegisterModel: register2,
    EMR: emr(["CacheConfig", "RetryPolicies"]),
    Processing: processing(channels2),
    Transform: transform,
  },
  rootKeys: ["Version", "Metadata", "Parameters", "PipelineExperimentConfig", "Steps"],
  hasTriggers: false,
};
