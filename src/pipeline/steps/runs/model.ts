import type { RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { resource } from "./values/named";

export const model = {
  ends: "withOutputs",
  outputs: resource("Model", "model"),
  metadata: arnMetadata("Model", "ModelArn", "ModelName"),
  describedBy: { client: "sagemaker", operation: "DescribeModel", parameter: "ModelName", by: "name" },
  console: null,
  writes: [],
} satisfies RunsAs;
