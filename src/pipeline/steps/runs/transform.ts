import { jobRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { defaultBucket, jobNameOf } from "./values/names";
import { askedText, type OutputsOfRun } from "./values/sampleRequest";

const transformOutput: OutputsOfRun = ({ request, context, name }) => {
  const location = askedText(request, "TransformOutput", "S3OutputPath");
  return [
    [["TransformOutput", "S3OutputPath"], location ?? `s3://${defaultBucket(context)}/${jobNameOf(context, name)}`],
  ];
};

export const transform = {
  ...jobRun("TransformJob", "transform-job", transformOutput),
  console: { page: "transform-jobs", logs: "TransformJobs" },
  writes: ["TransformOutput.S3OutputPath"],
} satisfies RunsAs;
