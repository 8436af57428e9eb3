import { jobRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { defaultBucket, jobNameOf } from "./values/names";
import { jobPermissions } from "./values/permissions";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

const modelArtifacts: OutputsOfRun = ({ request, context, name }) => {
  const location = askedText(request, "OutputDataConfig", "S3OutputPath") ?? `s3://${defaultBucket(context)}`;
  const uri = `${location.replace(/\/+$/, "")}/${jobNameOf(context, name)}/output/model.tar.gz`;
  return [[["ModelArtifacts", "S3ModelArtifacts"], uri]];
};

export const training = {
  ...jobRun("TrainingJob", "training-job", modelArtifacts),
  console: { page: "jobs", logs: "TrainingJobs" },
  writes: ["OutputDataConfig.S3OutputPath"],
  jobVariable: "TrainingJobName",
  asks: jobPermissions("TrainingJobs", "TrainingJob", "training-job"),
} satisfies RunsAs;
