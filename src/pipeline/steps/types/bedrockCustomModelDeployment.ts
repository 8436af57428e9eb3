import { plainStep, type StepType } from "../../schema/stepType";

/** Bedrock's camelCase request, in PascalCase. */
export const bedrockCustomModelDeployment = {
  ...plainStep,
  type: "BedrockCustomModelDeployment",
  label: "BedrockCustomModelDeployment",
  category: "Models and endpoints",
  icon: "bedrockCustomModelDeployment",
  summary: "Deploys a Bedrock custom model for on-demand inference.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "deploy llm",
  api: {
    client: "bedrock",
    request: "CreateCustomModelDeploymentRequest",
    response: "CustomModelDeploymentOutputs",
    dropped: [],
  },
  create: () => ({ Arguments: { ModelDeploymentName: "", ModelArn: "" } }),
  inputPorts: ["Arguments.ModelArn"],
  outputPorts: ["ModelDeploymentArn"],
} satisfies StepType;
