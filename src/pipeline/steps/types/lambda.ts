import type { StepType } from "../../schema/stepType";

/** Its `Arguments` become the event that the function gets; it is invoked synchronously. */
export const lambda = {
  type: "Lambda",
  label: "Lambda",
  category: "Integrations",
  icon: "lambda",
  summary: "Runs an AWS Lambda function and reads the values that it returns.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-lambda",
  argumentsForm: "open",
  outputsForm: "declared",
  outputsFromCode: true,
  api: { request: null, response: null, dropped: [] },
  envelope: ["CacheConfig", "OutputParameters"],
  create: () => ({ Arguments: {}, FunctionArn: "", OutputParameters: [] }),
  inputPorts: ["Arguments['*']"],
  outputPorts: ["OutputParameters['*']"],
  namedLists: { OutputParameters: { at: "OutputParameters", name: "OutputName" } },
  ownFields: [
    {
      path: "FunctionArn",
      label: "Function ARN",
      kind: "string",
      required: true,
      literalOnly: true,
      documentation: "The Amazon Resource Name of the Lambda function to run.",
    },
  ],
  slots: [],
} satisfies StepType;
