import { plainRun, type RunsAs } from "./runsAs";
import { repeatedMetadata } from "./values/metadata";

const counts = ["InputItemCount", "TotalStepCount", "SucceededStepCount", "FailedStepCount", "StoppedStepCount"];

export const forEach = {
  ...plainRun,
  ends: "withItsBody",
  outputs: () => [],
  metadata: repeatedMetadata("ForEach", ["Status", ...counts]),
} satisfies RunsAs;
