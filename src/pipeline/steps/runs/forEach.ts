import { plainRun, type RunsAs } from "./runsAs";
import { repeatedMetadata } from "./values/metadata";
import { noPermissions } from "./values/permissions";

const counts = ["InputItemCount", "TotalStepCount", "SucceededStepCount", "FailedStepCount", "StoppedStepCount"];

export const forEach = {
  ...plainRun,
  ends: "withItsBody",
  outputs: () => [],
  metadata: repeatedMetadata("ForEach", ["Status", ...counts]),
  asks: noPermissions,
} satisfies RunsAs;
