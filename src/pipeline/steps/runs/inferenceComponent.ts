import { describedByName, plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { resource } from "./values/named";

export const inferenceComponent = {
  ...plainRun,
  outputs: resource("InferenceComponent", "inference-component"),
  metadata: arnMetadata("InferenceComponent", "InferenceComponentArn", "InferenceComponentName"),
  describedBy: describedByName("InferenceComponent"),
} satisfies RunsAs;
