import { get, getIn, isList, text } from "../../definition/value";
import { describedByName, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { job } from "./values/named";
import { defaultBucket, jobNameOf } from "./values/names";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

const processingOutputs: OutputsOfRun = ({ request, context, name }) => {
  const list = getIn(request, ["ProcessingOutputConfig", "Outputs"]);
  if (!isList(list)) return [];
  return list.flatMap((output) => {
    const outputName = text(get(output, "OutputName"));
    if (outputName === undefined) return [];
    const location = askedText(output, "S3Output", "S3Uri");
    const uri = location ?? `s3://${defaultBucket(context)}/${jobNameOf(context, name)}/output/${outputName}`;
    return [[["ProcessingOutputConfig", "Outputs", outputName, "S3Output", "S3Uri"], uri] as const];
  });
};

export const processing = {
  ends: "withOutputs",
  outputs: job("ProcessingJob", "processing-job", processingOutputs),
  metadata: arnMetadata("ProcessingJob", "ProcessingJobArn", "ProcessingJobName"),
  describedBy: describedByName("ProcessingJob"),
  console: { page: "processing-jobs", logs: "ProcessingJobs" },
  writes: ["ProcessingOutputConfig.Outputs['*'].S3Output.S3Uri"],
  jobVariable: "ProcessingJobName",
} satisfies RunsAs;
