import type { StepType } from "../../schema/stepType";

/** pipeline-definition 2.17: Bedrock's camelCase request, in PascalCase. */
export const bedrockCustomModelDeployment = {
  type: "BedrockCustomModelDeployment",
  label: "BedrockCustomModelDeployment",
  category: "Models and endpoints",
  icon: "bedrockCustomModelDeployment",
  summary: "Deploys a Bedrock custom model for on-demand inference.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  argumentsForm: "request",
  outputsForm: "response",
  api: {
    client: "bedrock",
    request: "CreateCustomModelDeploymentRequest",
    response: "CustomModelDeploymentOutputs",
    dropped: [],
  },
  envelope: [],
  create: () => ({ Arguments: { ModelDeploymentName: "", ModelArn: "" } }),
  inputPorts: ["Arguments.ModelArn"],
  outputPorts: ["ModelDeploymentArn"],
  slots: [],
} satisfies StepType;
