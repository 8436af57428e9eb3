import { jobRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { defaultBucket, jobNameOf } from "./values/names";
import { jobPermissions } from "./values/permissions";
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
  // It runs with the role of its model.
  asks: {
    ...jobPermissions("TransformJobs", "TransformJob", "transform-job"),
    takesOwnRole: false,
    runsContainers: false,
  },
} satisfies RunsAs;
