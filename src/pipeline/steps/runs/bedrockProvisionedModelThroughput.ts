import { plainRun, type RunsAs } from "./runsAs";
import { askedName, bedrockArn } from "./values/bedrock";
import { arnMetadata } from "./values/metadata";
import type { OutputsOfRun } from "./values/sampleRequest";

const outputs: OutputsOfRun = (sample) => [
  [["ProvisionedModelArn"], bedrockArn(sample, "provisioned-model")],
  [["ProvisionedModelName"], askedName(sample, "ProvisionedModelName")],
  [["Status"], "InService"],
];

export const bedrockProvisionedModelThroughput = {
  ...plainRun,
  outputs,
  metadata: arnMetadata("BedrockProvisionedModelThroughput", "ProvisionedModelArn", null),
} satisfies RunsAs;
