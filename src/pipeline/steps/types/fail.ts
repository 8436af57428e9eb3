import { failModel } from "../../schema/ownModels";
import type { StepType } from "../../schema/stepType";

/** Nothing can follow it, and it has no outputs. */
export const fail = {
  type: "Fail",
  label: "Fail",
  category: "Logic",
  icon: "fail",
  summary: "Ends the execution as failed, with a message.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-fail",
  alsoCalled: "stop error abort raise",
  argumentsForm: "own",
  outputsForm: "none",
  api: { request: null, response: null, dropped: [] },
  ownModel: failModel,
  envelope: [],
  create: () => ({ Arguments: { ErrorMessage: "" } }),
  inputPorts: [],
  outputPorts: [],
  ownFields: [
    {
      path: "Arguments.ErrorMessage",
      label: "Error message",
      kind: "string",
      required: false,
      literalOnly: false,
      documentation: "What the execution says of its failure, up to 3072 characters.",
    },
  ],
  endsExecution: true,
  slots: [],
} satisfies StepType;
