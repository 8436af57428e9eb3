import type { RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { resource } from "./values/named";

export const endpoint = {
  ends: "withOutputs",
  outputs: resource("Endpoint", "endpoint"),
  metadata: arnMetadata("Endpoint", "EndpointArn", "EndpointName"),
  describedBy: { client: "sagemaker", operation: "DescribeEndpoint", parameter: "EndpointName", by: "name" },
  console: null,
  writes: [],
} satisfies RunsAs;
