import { get, getIn, isList, text } from "../../definition/value";
import { jobRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { defaultBucket, jobNameOf } from "./values/names";
import { processingJobs } from "./values/permissions";
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
  ...jobRun("ProcessingJob", "processing-job", processingOutputs),
  console: { page: "processing-jobs", logs: "ProcessingJobs" },
  writes: ["ProcessingOutputConfig.Outputs['*'].S3Output.S3Uri"],
  jobVariable: "ProcessingJobName",
  asks: processingJobs,
} satisfies RunsAs;
