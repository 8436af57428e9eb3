import { arnRun } from "./runBuilders";
import { askedName, bedrockArn } from "./values/bedrock";

export const bedrockCustomModel = arnRun("BedrockCustomModel", "ModelArn", (sample) => [
  [["ModelArn"], bedrockArn(sample, "custom-model/imported")],
  [["ModelName"], askedName(sample, "ModelName")],
  [["ModelStatus"], "Active"],
]);
