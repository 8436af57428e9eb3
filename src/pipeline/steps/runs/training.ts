import { describedByName, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { job } from "./values/named";
import { defaultBucket, jobNameOf } from "./values/names";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

const modelArtifacts: OutputsOfRun = ({ request, context, name }) => {
  const location = askedText(request, "OutputDataConfig", "S3OutputPath") ?? `s3://${defaultBucket(context)}`;
  const uri = `${location.replace(/\/+$/, "")}/${jobNameOf(context, name)}/output/model.tar.gz`;
  return [[["ModelArtifacts", "S3ModelArtifacts"], uri]];
};

export const training = {
  ends: "withOutputs",
  outputs: job("TrainingJob", "training-job", modelArtifacts),
  metadata: arnMetadata("TrainingJob", "TrainingJobArn", "TrainingJobName"),
  describedBy: describedByName("TrainingJob"),
  console: { page: "jobs", logs: "TrainingJobs" },
  writes: ["OutputDataConfig.S3OutputPath"],
  jobVariable: "TrainingJobName",
} satisfies RunsAs;
