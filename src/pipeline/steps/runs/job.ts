import { plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { job as jobOutputs } from "./values/named";

export const job = {
  ...plainRun,
  outputs: jobOutputs("Job", "job"),
  metadata: arnMetadata("Job", "JobArn", "JobName"),
} satisfies RunsAs;
