import { oncePerObject } from "../remember";
import type { StepType } from "../schema/stepType";

/**
 * The step type for a `Type` string that the registry does not know. The service grows every month: such a step is shown,
 * wired by the references it holds, and saved as it was. The same string gives the same object.
 */
export const unknownStepType = oncePerObject(
  (type: string): StepType => ({
    type,
    label: type === "" ? "Step without a type" : type,
    category: "Other",
    icon: "unknown",
    summary: "A step type that Stepwire does not know; it is kept as it is.",
    documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
    argumentsForm: "open",
    outputsForm: "declared",
    api: { request: null, response: null, dropped: [] },
    envelope: ["RetryPolicies", "CacheConfig", "PropertyFiles", "OutputParameters", "FunctionArn", "SqsQueueUrl"],
    create: () => ({ Arguments: {} }),
    inputPorts: [],
    outputPorts: ["OutputParameters['*']", "PropertyFiles['*']"],
    namedLists: {
      OutputParameters: { at: "OutputParameters", name: "OutputName" },
      PropertyFiles: { at: "PropertyFiles", name: "PropertyFileName" },
    },
    slots: [],
  }),
);
