import type { RunsAs } from "./runsAs";
import { repeatedMetadata } from "./values/metadata";

const counts = ["InputItemCount", "TotalStepCount", "SucceededStepCount", "FailedStepCount", "StoppedStepCount"];

export const forEach = {
  ends: "withItsBody",
  outputs: () => [],
  metadata: repeatedMetadata("ForEach", ["Status", ...counts]),
  describedBy: null,
  console: null,
  writes: [],
} satisfies RunsAs;
