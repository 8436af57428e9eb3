import { arnRun } from "./runBuilders";
import { askedName, bedrockArn } from "./values/bedrock";

export const bedrockModelImport = arnRun("BedrockModelImport", "JobArn", (sample) => [
  [["JobArn"], bedrockArn(sample, "model-import-job")],
  [["JobName"], askedName(sample, "JobName")],
  [["ImportedModelArn"], bedrockArn(sample, "imported-model")],
  [["ImportedModelName"], askedName(sample, "ImportedModelName")],
  [["Status"], "Completed"],
]);
