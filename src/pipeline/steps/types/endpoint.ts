import { plainStep, type StepType } from "../../schema/stepType";

/** Creates the endpoint or updates it, by its name. The Python SDK always writes Tags. */
export const endpoint = {
  ...plainStep,
  type: "Endpoint",
  label: "Endpoint",
  category: "Models and endpoints",
  icon: "endpoint",
  summary: "Creates or updates a real-time endpoint from an endpoint configuration.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "deploy serve hosting inference real-time",
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
} satisfies StepType;
