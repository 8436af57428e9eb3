import { LosslessNumber } from "../../definition/value";
import { plainStep, type StepType } from "../../schema/stepType";

/** `NumberOfCpuCoresRequired` is a float: "pass 2.0 rather than 2" (inference_component_step.py:55). */
export const inferenceComponent = {
  ...plainStep,
  type: "InferenceComponent",
  label: "InferenceComponent",
  category: "Models and endpoints",
  icon: "inferenceComponent",
  summary: "Puts a model on an endpoint with compute resources of its own.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "deploy serve hosting",
  api: {
    request: "CreateInferenceComponentInput",
    response: "DescribeInferenceComponentOutput",
    dropped: [],
  },
  create: () => ({
    Arguments: {
      InferenceComponentName: "",
      EndpointName: "",
      VariantName: "AllTraffic",
      Specification: {
        ModelName: "",
        ComputeResourceRequirements: {
          NumberOfCpuCoresRequired: new LosslessNumber("1.0"),
          MinMemoryRequiredInMb: 1024,
        },
      },
      RuntimeConfig: { CopyCount: 1 },
    },
  }),
  inputPorts: ["Arguments.EndpointName", "Arguments.Specification.ModelName", "Arguments.Specifications[].ModelName"],
  outputPorts: ["InferenceComponentName"],
  choices: [{ at: "Arguments", members: ["Specification", "Specifications"], required: false }],
} satisfies StepType;
