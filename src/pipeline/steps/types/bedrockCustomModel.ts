import type { StepType } from "../../schema/stepType";

/** pipeline-definition 2.17: Bedrock's camelCase request, in PascalCase. */
export const bedrockCustomModel = {
  type: "BedrockCustomModel",
  label: "BedrockCustomModel",
  category: "Models and endpoints",
  icon: "bedrockCustomModel",
  summary: "Creates a custom model in Amazon Bedrock from model data in S3.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  argumentsForm: "request",
  outputsForm: "response",
  api: { client: "bedrock", request: "CreateCustomModelRequest", response: "CustomModelOutputs", dropped: [] },
  envelope: [],
  create: () => ({ Arguments: { ModelName: "", RoleArn: "", ModelSourceConfig: { S3DataSource: { S3Uri: "" } } } }),
  inputPorts: ["Arguments.ModelSourceConfig.S3DataSource.S3Uri"],
  outputPorts: ["ModelArn"],
  slots: [],
} satisfies StepType;
