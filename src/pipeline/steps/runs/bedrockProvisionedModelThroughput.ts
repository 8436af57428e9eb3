import { arnRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { askedName, bedrockArn } from "./values/bedrock";
import { bedrockPermissions } from "./values/permissions";

export const bedrockProvisionedModelThroughput = {
  ...arnRun("BedrockProvisionedModelThroughput", "ProvisionedModelArn", (sample) => [
    [["ProvisionedModelArn"], bedrockArn(sample, "provisioned-model")],
    [["ProvisionedModelName"], askedName(sample, "ProvisionedModelName")],
    [["Status"], "InService"],
  ]),
  asks: bedrockPermissions("Throughputs", ["CreateProvisionedModelThroughput", "GetProvisionedModelThroughput"], null),
} satisfies RunsAs;
