import type { RunsAs } from "./runsAs";
import { checkMetadata, checkOutputs } from "./values/check";

export const clarifyCheck = {
  ends: "withOutputs",
  outputs: checkOutputs(["Constraints"]),
  metadata: checkMetadata("ClarifyCheck", ["Constraints"]),
  describedBy: null,
  console: { page: "processing-jobs", logs: "ProcessingJobs" },
  writes: [],
  jobVariable: "ProcessingJobName",
} satisfies RunsAs;
