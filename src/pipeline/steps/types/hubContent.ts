import { plainStep, type StepType } from "../../schema/stepType";

/** The arguments are not verified: those of ImportHubContent serve as a hint. */
export const hubContent = {
  ...plainStep,
  type: "HubContent",
  label: "HubContent",
  category: "Models and endpoints",
  icon: "hubContent",
  summary: "Puts a model or a notebook into a SageMaker hub.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "hub jumpstart",
  outputsForm: "own",
  api: { request: "ImportHubContentRequest", response: null, dropped: [], hint: true },
  create: () => ({
    Arguments: { HubName: "", HubContentName: "", HubContentType: "Model", HubContentDocument: "" },
  }),
  inputPorts: ["Arguments.HubName", "Arguments.HubContentDocument"],
  outputPorts: ["HubContentArn"],
  ownOutputs: [
    { path: "HubContentArn", kind: "string" },
    { path: "HubArn", kind: "string" },
  ],
} satisfies StepType;
