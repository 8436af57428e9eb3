import { plainStep, type StepType } from "../../schema/stepType";

/** References stand inside the JSON text of its document, and others read on into it. */
export const job = {
  ...plainStep,
  type: "Job",
  label: "Job",
  category: "Training",
  icon: "job",
  summary: "Runs a SageMaker job that a JSON document describes: fine-tuning and evaluation of agents.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html",
  alsoCalled: "job custom",
  api: { request: "CreateJobRequest", response: "DescribeJobResponse", dropped: ["JobName"] },
  envelope: ["RetryPolicies", "CacheConfig"],
  create: () => ({
    Arguments: { JobCategory: "AgentRFT", JobConfigSchemaVersion: "1.0.0", JobConfigDocument: "{}" },
  }),
  inputPorts: ["Arguments.JobConfigDocument"],
  outputPorts: ["JobArn"],
  documents: ["JobConfigDocument"],
} satisfies StepType;
