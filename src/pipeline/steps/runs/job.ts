import { plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { job as jobOutputs } from "./values/named";
import { jobPermissions } from "./values/permissions";

export const job = {
  ...plainRun,
  outputs: jobOutputs("Job", "job"),
  metadata: arnMetadata("Job", "JobArn", "JobName"),
  asks: jobPermissions("Jobs", "Job", "job"),
} satisfies RunsAs;
