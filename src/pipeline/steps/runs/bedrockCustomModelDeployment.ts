import { arnRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { askedName, bedrockArn } from "./values/bedrock";
import { bedrockPermissions } from "./values/permissions";

export const bedrockCustomModelDeployment = {
  ...arnRun("BedrockCustomModelDeployment", "ModelDeploymentArn", (sample) => [
    [["ModelDeploymentArn"], bedrockArn(sample, "custom-model-deployment")],
    [["ModelDeploymentName"], askedName(sample, "ModelDeploymentName")],
    [["Status"], "Active"],
  ]),
  asks: bedrockPermissions("CustomModelDeployments", ["CreateCustomModelDeployment", "GetCustomModelDeployment"], null),
} satisfies RunsAs;
