import type { StepType } from "../../schema/stepType";

/** pipeline-definition 2.17: Bedrock's camelCase request, in PascalCase. */
export const bedrockModelImport = {
  type: "BedrockModelImport",
  label: "BedrockModelImport",
  category: "Models and endpoints",
  icon: "bedrockModelImport",
  summary: "Imports a model that SageMaker trained into Amazon Bedrock.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  argumentsForm: "request",
  outputsForm: "response",
  api: { client: "bedrock", request: "CreateModelImportJobRequest", response: "ModelImportOutputs", dropped: [] },
  envelope: [],
  create: () => ({
    Arguments: { JobName: "", ImportedModelName: "", RoleArn: "", ModelDataSource: { S3DataSource: { S3Uri: "" } } },
  }),
  inputPorts: ["Arguments.ModelDataSource.S3DataSource.S3Uri"],
  outputPorts: ["ImportedModelArn"],
  slots: [],
} satisfies StepType;
