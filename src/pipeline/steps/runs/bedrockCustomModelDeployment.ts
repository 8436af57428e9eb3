import { plainRun, type RunsAs } from "./runsAs";
import { askedName, bedrockArn } from "./values/bedrock";
import { arnMetadata } from "./values/metadata";
import type { OutputsOfRun } from "./values/sampleRequest";

const outputs: OutputsOfRun = (sample) => [
  [["ModelDeploymentArn"], bedrockArn(sample, "custom-model-deployment")],
  [["ModelDeploymentName"], askedName(sample, "ModelDeploymentName")],
  [["Status"], "Active"],
];

export const bedrockCustomModelDeployment = {
  ...plainRun,
  outputs,
  metadata: arnMetadata("BedrockCustomModelDeployment", "ModelDeploymentArn", null),
} satisfies RunsAs;
