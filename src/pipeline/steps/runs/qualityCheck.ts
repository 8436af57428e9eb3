import { plainRun, type RunsAs } from "./runsAs";
import { checkMetadata, checkOutputs } from "./values/check";
import { processingJobs } from "./values/permissions";

export const qualityCheck = {
  ...plainRun,
  outputs: checkOutputs(["Constraints", "Statistics"]),
  metadata: checkMetadata("QualityCheck", ["Constraints", "Statistics"]),
  console: { page: "processing-jobs", logs: "ProcessingJobs" },
  jobVariable: "ProcessingJobName",
  asks: processingJobs,
} satisfies RunsAs;
