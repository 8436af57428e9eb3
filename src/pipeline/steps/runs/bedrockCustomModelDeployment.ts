import { arnRun } from "./runBuilders";
import { askedName, bedrockArn } from "./values/bedrock";

export const bedrockCustomModelDeployment = arnRun("BedrockCustomModelDeployment", "ModelDeploymentArn", (sample) => [
  [["ModelDeploymentArn"], bedrockArn(sample, "custom-model-deployment")],
  [["ModelDeploymentName"], askedName(sample, "ModelDeploymentName")],
  [["Status"], "Active"],
]);
