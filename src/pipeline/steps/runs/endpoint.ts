import { describedByName, plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { resource } from "./values/named";

export const endpoint = {
  ...plainRun,
  outputs: resource("Endpoint", "endpoint"),
  metadata: arnMetadata("Endpoint", "EndpointArn", "EndpointName"),
  describedBy: describedByName("Endpoint"),
} satisfies RunsAs;
