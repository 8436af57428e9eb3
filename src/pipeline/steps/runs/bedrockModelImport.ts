import { plainRun, type RunsAs } from "./runsAs";
import { askedName, bedrockArn } from "./values/bedrock";
import { arnMetadata } from "./values/metadata";
import type { OutputsOfRun } from "./values/sampleRequest";

const outputs: OutputsOfRun = (sample) => [
  [["JobArn"], bedrockArn(sample, "model-import-job")],
  [["JobName"], askedName(sample, "JobName")],
  [["ImportedModelArn"], bedrockArn(sample, "imported-model")],
  [["ImportedModelName"], askedName(sample, "ImportedModelName")],
  [["Status"], "Completed"],
];

export const bedrockModelImport = {
  ...plainRun,
  outputs,
  metadata: arnMetadata("BedrockModelImport", "JobArn", null),
} satisfies RunsAs;
