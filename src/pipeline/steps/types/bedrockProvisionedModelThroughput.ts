import type { StepType } from "../../schema/stepType";

/** pipeline-definition 2.17: Bedrock's camelCase request, in PascalCase. */
export const bedrockProvisionedModelThroughput = {
  type: "BedrockProvisionedModelThroughput",
  label: "BedrockProvisionedModelThroughput",
  category: "Models and endpoints",
  icon: "bedrockProvisionedModelThroughput",
  summary: "Reserves throughput for a Bedrock model.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  argumentsForm: "request",
  outputsForm: "response",
  api: {
    client: "bedrock",
    request: "CreateProvisionedModelThroughputRequest",
    response: "ProvisionedModelThroughputOutputs",
    dropped: [],
  },
  envelope: [],
  create: () => ({ Arguments: { ModelUnits: 1, ProvisionedModelName: "", ModelId: "" } }),
  inputPorts: ["Arguments.ModelId"],
  outputPorts: ["ProvisionedModelArn"],
  slots: [],
} satisfies StepType;
