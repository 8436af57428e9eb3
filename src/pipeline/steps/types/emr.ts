import { retryErrorsOfStep } from "../../schema/retryErrors";
import { plainStep, type StepType } from "../../schema/stepType";

/** The arguments are those of AddJobFlowSteps, with a cluster that is there or RunJobFlow's for a new one. */
export const emr = {
  ...plainStep,
  type: "EMR",
  label: "EMR",
  category: "Data processing",
  icon: "emr",
  summary: "Runs a Spark or Hadoop job on an Amazon EMR cluster.",
  documentation: "https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps-types.html#step-type-emr",
  alsoCalled: "spark hadoop cluster",
  api: { client: "emr", request: "EMRArguments", response: "Step", dropped: [] },
  envelope: ["RetryPolicies", "CacheConfig"],
  retryErrors: retryErrorsOfStep,
  cachedBy: ["ClusterId", "StepConfig"],
  create: () => ({
    Arguments: {
      StepConfig: { HadoopJarStep: { Jar: "command-runner.jar", Args: ["spark-submit", ""] } },
      ClusterId: "",
    },
  }),
  inputPorts: ["Arguments.StepConfig.HadoopJarStep.Args[]", "Arguments.ClusterId"],
  outputPorts: ["ClusterId"],
  choices: [
    {
      at: "Arguments",
      members: ["ClusterId", "ClusterConfig"],
      required: true,
      with: { ClusterId: ["ExecutionRoleArn"] },
    },
    { at: "Arguments.ClusterConfig.Instances", members: ["InstanceGroups", "InstanceFleets"], required: true },
  ],
} satisfies StepType;
