import { callStep, type StepType } from "../../schema/stepType";

/** The step waits until its message's token is answered. */
export const callback = {
  ...callStep,
  type: "Callback",
  label: "Callback",
  category: "Integrations",
  icon: "callback",
  summary: "Sends a message to an SQS queue and waits for the answer.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-callback",
  alsoCalled: "approval approve manual wait human sqs queue",
  create: () => ({ Arguments: {}, SqsQueueUrl: "", OutputParameters: [] }),
  ownFields: [
    {
      path: "SqsQueueUrl",
      label: "SQS queue URL",
      kind: "string",
      required: true,
      // A parameter too: AWS's own GeoSpatialPipeline.json reads it from one.
      literalOnly: false,
      documentation: "The URL of the Amazon SQS queue that gets the message with the token to answer to.",
    },
  ],
} satisfies StepType;
