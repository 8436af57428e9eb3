import { getIn, isNumber } from "../../definition/value";
import { describedByName, plainRun, type RunsAs } from "./runsAs";
import { sampleMetric } from "./values/guess";
import { arnMetadata } from "./values/metadata";
import { job } from "./values/named";
import { arnOf, jobNameOf } from "./values/names";
import { jobPermissions } from "./values/permissions";
import { askedText, type OutputsOfRun, type SampleRequest } from "./values/sampleRequest";

/** Training jobs, the best first: as many as were asked for, at most the 50 that can be read. */
const tunedJobs: OutputsOfRun = (sample) => {
  const asked = getIn(sample.request, ["HyperParameterTuningJobConfig", "ResourceLimits", "MaxNumberOfTrainingJobs"]);
  const count = Math.min(50, Math.max(1, Math.trunc(isNumber(asked) ? Number(asked) : 10)));
  const jobs = Array.from({ length: count }, (_, index) => tunedJob(sample, index));
  return [
    [["BestTrainingJob"], jobs[0] ?? null],
    [["TrainingJobSummaries"], jobs],
  ];
};

function tunedJob({ request, context, name }: SampleRequest, index: number) {
  const job = `${jobNameOf(context, name).slice(0, 50)}-${String(index + 1).padStart(3, "0")}`;
  const objective = ["HyperParameterTuningJobConfig", "HyperParameterTuningJobObjective", "MetricName"];
  return {
    TrainingJobName: job,
    TrainingJobArn: arnOf(context, `training-job/${job}`),
    TrainingJobStatus: "Completed",
    FinalHyperParameterTuningJobObjectiveMetric: {
      MetricName: askedText(request, ...objective) ?? "objective",
      Value: sampleMetric(index),
    },
    ObjectiveStatus: "Succeeded",
  };
}

const tuningJobs = jobPermissions("TuningJobs", "HyperParameterTuningJob", "hyper-parameter-tuning-job", [
  "sagemaker:ListTrainingJobsForHyperParameterTuningJob",
]);

export const tuning = {
  ...plainRun,
  outputs: job("HyperParameterTuningJob", "hyper-parameter-tuning-job", tunedJobs),
  metadata: arnMetadata("TuningJob", "HyperParameterTuningJobArn", "HyperParameterTuningJobName"),
  describedBy: describedByName("HyperParameterTuningJob"),
  asks: {
    ...tuningJobs,
    permissions: (step) => [
      ...tuningJobs.permissions(step),
      {
        about: "TrainingJobsOfTuning",
        actions: ["sagemaker:DescribeTrainingJob"],
        resources: ["sagemaker:*:*:training-job/*"],
      },
    ],
  },
} satisfies RunsAs;
