import { flatOutputs } from "./bedrockOutputs";
import type { StepType } from "./stepType";

/** pipeline-definition 2.17: Bedrock's camelCase request, in PascalCase. */
export const bedrockCustomModelDeployment = {
  type: "BedrockCustomModelDeployment",
  label: "BedrockCustomModelDeployment",
  category: "Models and endpoints",
  icon: "bedrock-custom-model-deployment",
  summary: "Deploys a Bedrock custom model for on-demand inference.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  argumentsForm: "request",
  outputsForm: "own",
  api: { client: "bedrock", request: "CreateCustomModelDeploymentRequest", response: null, dropped: [] },
  envelope: [],
  create: () => ({ Arguments: { ModelDeploymentName: "", ModelArn: "" } }),
  inputPorts: ["Arguments.ModelArn"],
  outputPorts: ["ModelDeploymentArn"],
  ownOutputs: flatOutputs(
    "ModelDeploymentArn ModelDeploymentName ModelArn CreatedAt Status FailureMessage Description Tags:structure",
  ),
  slots: [],
} satisfies StepType;
