import type { RunsAs } from "./runsAs";
import { checkMetadata, checkOutputs } from "./values/check";

export const qualityCheck = {
  ends: "withOutputs",
  outputs: checkOutputs(["Constraints", "Statistics"]),
  metadata: checkMetadata("QualityCheck", ["Constraints", "Statistics"]),
  describedBy: null,
  console: { page: "processing-jobs", logs: "ProcessingJobs" },
  writes: [],
  jobVariable: "ProcessingJobName",
} satisfies RunsAs;
