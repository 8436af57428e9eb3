import { resourceRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { madePermissions } from "./values/permissions";

export const endpoint = {
  ...resourceRun("Endpoint", "endpoint"),
  asks: madePermissions(
    "Endpoints",
    ["CreateEndpoint", "DescribeEndpoint", "UpdateEndpoint"],
    ["endpoint", "endpoint-config"],
  ),
} satisfies RunsAs;
