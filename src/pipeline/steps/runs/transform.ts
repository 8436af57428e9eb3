import { describedByName, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { job } from "./values/named";
import { defaultBucket, jobNameOf } from "./values/names";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

const transformOutput: OutputsOfRun = ({ request, context, name }) => {
  const location = askedText(request, "TransformOutput", "S3OutputPath");
  return [
    [["TransformOutput", "S3OutputPath"], location ?? `s3://${defaultBucket(context)}/${jobNameOf(context, name)}`],
  ];
};

export const transform = {
  ends: "withOutputs",
  outputs: job("TransformJob", "transform-job", transformOutput),
  metadata: arnMetadata("TransformJob", "TransformJobArn", "TransformJobName"),
  describedBy: describedByName("TransformJob"),
  console: { page: "transform-jobs", logs: "TransformJobs" },
  writes: ["TransformOutput.S3OutputPath"],
} satisfies RunsAs;
