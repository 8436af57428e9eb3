import { cleanupModel } from "../../schema/ownModels";
import type { StepType } from "../../schema/stepType";

/** Each source is a dependency as well; a source of Processing or Transform names its objects. */
export const cleanup = {
  type: "Cleanup",
  label: "Cleanup",
  category: "Data processing",
  icon: "cleanup",
  summary: "Deletes from S3 what earlier steps wrote there.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "delete remove teardown",
  argumentsForm: "own",
  outputsForm: "none",
  api: { request: null, response: null, dropped: [] },
  ownModel: cleanupModel,
  envelope: [],
  create: () => ({ Arguments: { Resources: { S3: [] } } }),
  inputPorts: ["Arguments.Resources.S3[].S3Uris[]"],
  outputPorts: [],
  ownFields: [
    {
      path: "Arguments.Resources.S3",
      label: "Sources",
      kind: "json",
      form: "sources",
      required: true,
      literalOnly: false,
      documentation:
        "The steps whose outputs are deleted, by StepName; S3Uris says which objects, for Processing and Transform steps.",
    },
  ],
  literals: ["Arguments.Resources.S3[].StepName"],
  slots: [],
} satisfies StepType;
