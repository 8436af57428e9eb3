import type { RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { job as jobOutputs } from "./values/named";

export const job = {
  ends: "withOutputs",
  outputs: jobOutputs("Job", "job"),
  metadata: arnMetadata("Job", "JobArn", "JobName"),
  describedBy: null,
  console: null,
  writes: [],
} satisfies RunsAs;
