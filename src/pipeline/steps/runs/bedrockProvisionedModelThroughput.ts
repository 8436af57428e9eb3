import { arnRun } from "./runBuilders";
import { askedName, bedrockArn } from "./values/bedrock";

export const bedrockProvisionedModelThroughput = arnRun(
  "BedrockProvisionedModelThroughput",
  "ProvisionedModelArn",
  (sample) => [
    [["ProvisionedModelArn"], bedrockArn(sample, "provisioned-model")],
    [["ProvisionedModelName"], askedName(sample, "ProvisionedModelName")],
    [["Status"], "InService"],
  ],
);
