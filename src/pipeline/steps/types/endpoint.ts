import type { StepType } from "../../schema/stepType";

/** pipeline-definition 2.16, 8.7. Creates the endpoint or updates it, by its name. The Python SDK always writes Tags. */
export const endpoint = {
  type: "Endpoint",
  label: "Endpoint",
  category: "Models and endpoints",
  icon: "endpoint",
  summary: "Creates or updates a real-time endpoint from an endpoint configuration.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  argumentsForm: "request",
  outputsForm: "response",
  api: {
    request: "CreateEndpointInput",
    response: "DescribeEndpointOutput",
    dropped: [],
    optional: ["EndpointName"],
  },
  envelope: ["CacheConfig"],
  create: () => ({ Arguments: { EndpointConfigName: "", Tags: [] } }),
  inputPorts: ["Arguments.EndpointName", "Arguments.EndpointConfigName"],
  outputPorts: ["EndpointName", "EndpointArn"],
  slots: [],
} satisfies StepType;
