import { plainStep, type StepType } from "../../schema/stepType";

/** Inputs, outputs and property files are addressed by their names. */
export const processing = {
  ...plainStep,
  type: "Processing",
  label: "Processing",
  category: "Data processing",
  icon: "processing",
  summary: "Runs a container over data: prepares, evaluates, transforms.",
  documentation:
    "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-processing",
  alsoCalled: "script preprocess prepare etl spark sklearn evaluate evaluation transform data",
  api: {
    request: "CreateProcessingJobRequest",
    response: "DescribeProcessingJobResponse",
    dropped: ["ProcessingJobName"],
  },
  envelope: ["RetryPolicies", "CacheConfig", "PropertyFiles"],
  cachedBy: ["AppSpecification", "Environment", "ProcessingInputs"],
  create: () => ({
    Arguments: {
      ProcessingResources: { ClusterConfig: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeSizeInGB: 30 } },
      AppSpecification: { ImageUri: "" },
      ProcessingInputs: [
        {
          InputName: "input",
          S3Input: {
            S3Uri: "",
            LocalPath: "/opt/ml/processing/input",
            S3DataType: "S3Prefix",
            S3InputMode: "File",
          },
        },
      ],
      ProcessingOutputConfig: {
        Outputs: [
          {
            OutputName: "output",
            S3Output: { S3Uri: "", LocalPath: "/opt/ml/processing/output", S3UploadMode: "EndOfJob" },
          },
        ],
      },
    },
  }),
  inputPorts: ["Arguments.ProcessingInputs[].S3Input.S3Uri"],
  outputPorts: ["ProcessingOutputConfig.Outputs['*'].S3Output.S3Uri", "PropertyFiles['*']"],
  namedLists: {
    "ProcessingOutputConfig.Outputs": { at: "Arguments.ProcessingOutputConfig.Outputs", name: "OutputName" },
    ProcessingInputs: { at: "Arguments.ProcessingInputs", name: "InputName" },
    PropertyFiles: { at: "PropertyFiles", name: "PropertyFileName" },
  },
} satisfies StepType;
