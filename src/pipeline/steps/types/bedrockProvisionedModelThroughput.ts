import { plainStep, type StepType } from "../../schema/stepType";

/** Bedrock's camelCase request, in PascalCase. */
export const bedrockProvisionedModelThroughput = {
  ...plainStep,
  type: "BedrockProvisionedModelThroughput",
  label: "BedrockProvisionedModelThroughput",
  category: "Models and endpoints",
  icon: "bedrockProvisionedModelThroughput",
  summary: "Reserves throughput for a Bedrock model.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "deploy llm throughput",
  api: {
    client: "bedrock",
    request: "CreateProvisionedModelThroughputRequest",
    response: "ProvisionedModelThroughputOutputs",
    dropped: [],
  },
  create: () => ({ Arguments: { ModelUnits: 1, ProvisionedModelName: "", ModelId: "" } }),
  inputPorts: ["Arguments.ModelId"],
  outputPorts: ["ProvisionedModelArn"],
} satisfies StepType;
