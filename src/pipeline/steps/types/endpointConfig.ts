import { plainStep, type StepType } from "../../schema/stepType";

/** The configuration's name gets a suffix of its own in each execution, so others read it by reference. */
export const endpointConfig = {
  ...plainStep,
  type: "EndpointConfig",
  label: "EndpointConfig",
  category: "Models and endpoints",
  icon: "endpointConfig",
  summary: "Creates an endpoint configuration: which models run on which instances.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "deploy serve hosting production variant",
  api: {
    request: "CreateEndpointConfigInput",
    response: "DescribeEndpointConfigOutput",
    dropped: [],
    optional: ["EndpointConfigName"],
  },
  envelope: ["RetryPolicies", "CacheConfig"],
  create: () => ({
    Arguments: {
      ProductionVariants: [
        { VariantName: "AllTraffic", ModelName: "", InitialInstanceCount: 1, InstanceType: "ml.m5.large" },
      ],
    },
  }),
  inputPorts: ["Arguments.ProductionVariants[].ModelName"],
  outputPorts: ["EndpointConfigName"],
} satisfies StepType;
