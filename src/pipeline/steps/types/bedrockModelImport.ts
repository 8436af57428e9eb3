import { plainStep, type StepType } from "../../schema/stepType";

/** Bedrock's camelCase request, in PascalCase. */
export const bedrockModelImport = {
  ...plainStep,
  type: "BedrockModelImport",
  label: "BedrockModelImport",
  category: "Models and endpoints",
  icon: "bedrockModelImport",
  summary: "Imports a model that SageMaker trained into Amazon Bedrock.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "import llm",
  api: { client: "bedrock", request: "CreateModelImportJobRequest", response: "ModelImportOutputs", dropped: [] },
  create: () => ({
    Arguments: { JobName: "", ImportedModelName: "", ModelDataSource: { S3DataSource: { S3Uri: "" } } },
  }),
  inputPorts: ["Arguments.ModelDataSource.S3DataSource.S3Uri"],
  outputPorts: ["ImportedModelArn"],
} satisfies StepType;
