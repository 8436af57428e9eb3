import { retryErrorsOfJobThatRetries } from "../../schema/retryErrors";
import { plainStep, type StepType } from "../../schema/stepType";

/** `TrainingJobSummaries[k]` is sorted, the best job first. */
export const tuning = {
  ...plainStep,
  type: "Tuning",
  label: "Tuning",
  category: "Training",
  icon: "tuning",
  summary: "Searches for the best hyperparameters with many training jobs.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-tuning",
  alsoCalled: "hyperparameter hpo optimise optimize search",
  api: {
    request: "CreateHyperParameterTuningJobRequest",
    response: "DescribeHyperParameterTuningJobResponse",
    dropped: ["HyperParameterTuningJobName"],
  },
  envelope: ["RetryPolicies", "CacheConfig"],
  retryErrors: retryErrorsOfJobThatRetries,
  cachedBy: ["HyperParameterTuningJobConfig", "TrainingJobDefinition", "TrainingJobDefinitions"],
  create: () => ({
    Arguments: {
      HyperParameterTuningJobConfig: {
        Strategy: "Bayesian",
        ResourceLimits: { MaxNumberOfTrainingJobs: 10, MaxParallelTrainingJobs: 2 },
        HyperParameterTuningJobObjective: { Type: "Minimize", MetricName: "" },
        ParameterRanges: { ContinuousParameterRanges: [{ Name: "", MinValue: "", MaxValue: "" }] },
      },
      TrainingJobDefinition: {
        AlgorithmSpecification: { TrainingImage: "", TrainingInputMode: "File" },
        InputDataConfig: [
          {
            ChannelName: "train",
            DataSource: {
              S3DataSource: { S3DataType: "S3Prefix", S3DataDistributionType: "FullyReplicated", S3Uri: "" },
            },
          },
        ],
        OutputDataConfig: { S3OutputPath: "" },
        ResourceConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 },
        StoppingCondition: { MaxRuntimeInSeconds: 3600 },
      },
    },
  }),
  inputPorts: [
    "Arguments.TrainingJobDefinition.InputDataConfig[].DataSource.S3DataSource.S3Uri",
    "Arguments.TrainingJobDefinitions[].InputDataConfig[].DataSource.S3DataSource.S3Uri",
  ],
  outputPorts: ["BestTrainingJob.TrainingJobName", "TrainingJobSummaries[0].TrainingJobName"],
  choices: [{ at: "Arguments", members: ["TrainingJobDefinition", "TrainingJobDefinitions"], required: true }],
} satisfies StepType;
