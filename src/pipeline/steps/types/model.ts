import { retryErrorsOfStep } from "../../schema/retryErrors";
import { plainStep, type StepType } from "../../schema/stepType";

/** The service makes the model's name; nothing of it is cached. */
export const model = {
  ...plainStep,
  type: "Model",
  label: "Model",
  category: "Models and endpoints",
  icon: "model",
  summary: "Creates a SageMaker model from a container image and model data.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-model",
  alsoCalled: "create model",
  api: { request: "CreateModelInput", response: "DescribeModelOutput", dropped: ["ModelName"] },
  envelope: ["RetryPolicies"],
  retryErrors: retryErrorsOfStep,
  refusesOtherRetryErrors: true,
  create: () => ({ Arguments: { PrimaryContainer: { Image: "", ModelDataUrl: "" } } }),
  inputPorts: [
    "Arguments.PrimaryContainer.ModelDataUrl",
    "Arguments.PrimaryContainer.Image",
    "Arguments.Containers[].ModelDataUrl",
  ],
  outputPorts: ["ModelName"],
  choices: [{ at: "Arguments", members: ["PrimaryContainer", "Containers"], required: false }],
} satisfies StepType;
