import type { RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { resource } from "./values/named";

export const inferenceComponent = {
  ends: "withOutputs",
  outputs: resource("InferenceComponent", "inference-component"),
  metadata: arnMetadata("InferenceComponent", "InferenceComponentArn", "InferenceComponentName"),
  describedBy: {
    client: "sagemaker",
    operation: "DescribeInferenceComponent",
    parameter: "InferenceComponentName",
    by: "name",
  },
  console: null,
  writes: [],
} satisfies RunsAs;
