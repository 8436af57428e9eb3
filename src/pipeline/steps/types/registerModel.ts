import { retryErrorsOfStep } from "../../schema/retryErrors";
import { plainStep, type StepType } from "../../schema/stepType";

/**
 * The service refused CertifyForMarketplace by name (issue 3472 of the Python SDK). ModelPackageName the SDK writes on purpose where
 * `use_custom_job_prefix` is set (its pull request 3946).
 */
export const registerModel = {
  ...plainStep,
  type: "RegisterModel",
  label: "RegisterModel",
  category: "Models and endpoints",
  icon: "registerModel",
  summary: "Registers a model package as a new version in a model package group.",
  documentation:
    "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-register-model",
  alsoCalled: "register registry model package approve",
  api: {
    request: "CreateModelPackageInput",
    response: "DescribeModelPackageOutput",
    dropped: ["ModelPackageName", "CertifyForMarketplace", "ClientToken"],
    refused: ["CertifyForMarketplace"],
  },
  envelope: ["RetryPolicies"],
  retryErrors: retryErrorsOfStep,
  refusesOtherRetryErrors: true,
  create: () => ({
    Arguments: {
      ModelPackageGroupName: "",
      InferenceSpecification: {
        Containers: [{ Image: "", ModelDataUrl: "" }],
        SupportedContentTypes: ["text/csv"],
        SupportedResponseMIMETypes: ["text/csv"],
      },
      ModelApprovalStatus: "PendingManualApproval",
    },
  }),
  inputPorts: ["Arguments.InferenceSpecification.Containers[].ModelDataUrl"],
  outputPorts: ["ModelPackageArn"],
} satisfies StepType;
