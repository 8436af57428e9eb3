import { plainStep, type StepType } from "../../schema/stepType";

/** Bedrock's camelCase request, in PascalCase. */
export const bedrockCustomModel = {
  ...plainStep,
  type: "BedrockCustomModel",
  label: "BedrockCustomModel",
  category: "Models and endpoints",
  icon: "bedrockCustomModel",
  summary: "Creates a custom model in Amazon Bedrock from model data in S3.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "fine-tune llm foundation",
  api: { client: "bedrock", request: "CreateCustomModelRequest", response: "CustomModelOutputs", dropped: [] },
  create: () => ({ Arguments: { ModelName: "", ModelSourceConfig: { S3DataSource: { S3Uri: "" } } } }),
  inputPorts: ["Arguments.ModelSourceConfig.S3DataSource.S3Uri"],
  outputPorts: ["ModelArn"],
} satisfies StepType;
