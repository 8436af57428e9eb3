import { callStep, type StepType } from "../../schema/stepType";

/** Its `Arguments` become the event that the function gets; it is invoked synchronously. */
export const lambda = {
  ...callStep,
  type: "Lambda",
  label: "Lambda",
  category: "Integrations",
  icon: "lambda",
  summary: "Runs an AWS Lambda function and reads the values that it returns.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-lambda",
  alsoCalled: "function python code notify",
  outputsFromCode: true,
  create: () => ({ Arguments: {}, FunctionArn: "", OutputParameters: [] }),
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
} satisfies StepType;
