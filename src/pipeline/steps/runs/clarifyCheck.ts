import { plainRun, type RunsAs } from "./runsAs";
import { checkMetadata, checkOutputs } from "./values/check";

export const clarifyCheck = {
  ...plainRun,
  outputs: checkOutputs(["Constraints"]),
  metadata: checkMetadata("ClarifyCheck", ["Constraints"]),
  console: { page: "processing-jobs", logs: "ProcessingJobs" },
  jobVariable: "ProcessingJobName",
} satisfies RunsAs;
