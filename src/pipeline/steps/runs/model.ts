import { describedByName, plainRun, type RunsAs } from "./runsAs";
import { arnMetadata } from "./values/metadata";
import { resource } from "./values/named";

export const model = {
  ...plainRun,
  outputs: resource("Model", "model"),
  metadata: arnMetadata("Model", "ModelArn", "ModelName"),
  describedBy: describedByName("Model"),
} satisfies RunsAs;
