import { plainStep, type StepType } from "../../schema/stepType";

export const transform = {
  ...plainStep,
  type: "Transform",
  label: "Transform",
  category: "Data processing",
  icon: "transform",
  summary: "Runs a model over a whole dataset in a batch transform job.",
  documentation:
    "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-transform",
  alsoCalled: "batch inference predict score",
  api: {
    request: "CreateTransformJobRequest",
    response: "DescribeTransformJobResponse",
    dropped: ["TransformJobName"],
  },
  envelope: ["RetryPolicies", "CacheConfig"],
  cachedBy: ["DataProcessing", "Environment", "ModelName", "TransformInput"],
  create: () => ({
    Arguments: {
      ModelName: "",
      TransformInput: { DataSource: { S3DataSource: { S3DataType: "S3Prefix", S3Uri: "" } } },
      TransformOutput: { S3OutputPath: "" },
      TransformResources: { InstanceType: "ml.m5.xlarge", InstanceCount: 1 },
    },
  }),
  inputPorts: ["Arguments.ModelName", "Arguments.TransformInput.DataSource.S3DataSource.S3Uri"],
  outputPorts: ["TransformOutput.S3OutputPath"],
} satisfies StepType;
