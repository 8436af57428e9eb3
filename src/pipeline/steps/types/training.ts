import { plainStep, type StepType } from "../../schema/stepType";

/** A serverless fine-tuning job has neither AlgorithmSpecification nor ResourceConfig, so the API requires neither. */
export const training = {
  ...plainStep,
  type: "Training",
  label: "Training",
  category: "Training",
  icon: "training",
  summary: "Trains a model in a SageMaker training job.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-training",
  alsoCalled: "train fit estimator xgboost pytorch tensorflow fine-tune finetune",
  api: {
    request: "CreateTrainingJobRequest",
    response: "DescribeTrainingJobResponse",
    dropped: ["TrainingJobName"],
    // A training job that is no serverless fine-tuning needs an algorithm and machines.
    requiredWithout: { ServerlessJobConfig: ["AlgorithmSpecification", "ResourceConfig"] },
  },
  envelope: ["RetryPolicies", "CacheConfig"],
  cachedBy: [
    "AlgorithmSpecification",
    "CheckpointConfig",
    "DebugHookConfig",
    "DebugRuleConfigurations",
    "Environment",
    "HyperParameters",
    "InputDataConfig",
  ],
  create: () => ({
    Arguments: {
      AlgorithmSpecification: { TrainingImage: "", TrainingInputMode: "File" },
      OutputDataConfig: { S3OutputPath: "" },
      ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      InputDataConfig: [
        {
          ChannelName: "train",
          DataSource: {
            S3DataSource: { S3DataType: "S3Prefix", S3DataDistributionType: "FullyReplicated", S3Uri: "" },
          },
        },
      ],
    },
  }),
  inputPorts: ["Arguments.InputDataConfig[].DataSource.S3DataSource.S3Uri"],
  outputPorts: ["ModelArtifacts.S3ModelArtifacts"],
  namedLists: {
    // The service fills FinalMetricDataList with the metrics that the request defines.
    FinalMetricDataList: { at: "Arguments.AlgorithmSpecification.MetricDefinitions", name: "Name", more: true },
  },
  choices: [{ at: "Arguments.AlgorithmSpecification", members: ["TrainingImage", "AlgorithmName"], required: false }],
} satisfies StepType;
