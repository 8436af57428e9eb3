import { retryErrorsOfStep } from "../../schema/retryErrors";
import type { StepType } from "../../schema/stepType";

/** PascalCase outside, EMR Serverless's own camelCase inside; the role is written in both places. */
export const emrServerless = {
  type: "EMRServerless",
  label: "EMRServerless",
  category: "Data processing",
  icon: "emrServerless",
  summary: "Runs a Spark or Hive job on Amazon EMR Serverless.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "spark hadoop",
  argumentsForm: "request",
  outputsForm: "own",
  api: { client: "emr-serverless", request: "EMRServerlessArguments", response: null, dropped: [] },
  envelope: ["RetryPolicies", "CacheConfig"],
  retryErrors: retryErrorsOfStep,
  create: () => ({
    Arguments: {
      JobConfig: { jobDriver: { sparkSubmit: { entryPoint: "", entryPointArguments: [] } } },
      ApplicationId: "",
    },
  }),
  inputPorts: [
    "Arguments.JobConfig.jobDriver.sparkSubmit.entryPoint",
    "Arguments.JobConfig.jobDriver.sparkSubmit.entryPointArguments[]",
  ],
  // The Python SDK exposes none; these the service's metadata has. That a reference to them resolves is not verified.
  outputPorts: [],
  ownOutputs: [
    { path: "ApplicationId", kind: "string" },
    { path: "JobRunId", kind: "string" },
  ],
  choices: [{ at: "Arguments", members: ["ApplicationId", "ApplicationConfig"], required: true }],
  slots: [],
} satisfies StepType;
