import { retryErrorsOfJobThatRetries } from "../../schema/retryErrors";
import { plainStep, type StepType } from "../../schema/stepType";

/** Only the mode ENSEMBLING is supported. */
export const autoMl = {
  ...plainStep,
  type: "AutoML",
  label: "AutoML",
  category: "Training",
  icon: "autoMl",
  summary: "Finds the best model for tabular data by itself.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-automl",
  alsoCalled: "autopilot automatic",
  api: {
    request: "CreateAutoMLJobRequest",
    response: "DescribeAutoMLJobResponse",
    dropped: ["AutoMLJobName", "ModelDeployConfig", "GenerateCandidateDefinitionsOnly"],
  },
  envelope: ["RetryPolicies", "CacheConfig"],
  retryErrors: retryErrorsOfJobThatRetries,
  cachedBy: ["AutoMLJobConfig", "AutoMLJobObjective", "InputDataConfig", "ProblemType"],
  create: () => ({
    Arguments: {
      InputDataConfig: [
        {
          DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "" } },
          TargetAttributeName: "",
          ChannelType: "training",
        },
      ],
      OutputDataConfig: { S3OutputPath: "" },
      AutoMLJobConfig: { CompletionCriteria: { MaxAutoMLJobRuntimeInSeconds: 3600 }, Mode: "ENSEMBLING" },
    },
  }),
  inputPorts: ["Arguments.InputDataConfig[].DataSource.S3DataSource.S3Uri"],
  outputPorts: ["BestCandidate.InferenceContainers[0].ModelDataUrl", "BestCandidate.InferenceContainers[0].Image"],
} satisfies StepType;
