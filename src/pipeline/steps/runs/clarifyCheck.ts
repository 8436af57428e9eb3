import { plainRun, type RunsAs } from "./runsAs";
import { checkMetadata, checkOutputs } from "./values/check";
import { processingJobs } from "./values/permissions";

export const clarifyCheck = {
  ...plainRun,
  outputs: checkOutputs(["Constraints"]),
  metadata: checkMetadata("ClarifyCheck", ["Constraints"]),
  console: { page: "processing-jobs", logs: "ProcessingJobs" },
  jobVariable: "ProcessingJobName",
  asks: processingJobs,
} satisfies RunsAs;
