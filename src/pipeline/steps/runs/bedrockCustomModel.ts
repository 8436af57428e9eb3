import { plainRun, type RunsAs } from "./runsAs";
import { askedName, bedrockArn } from "./values/bedrock";
import { arnMetadata } from "./values/metadata";
import type { OutputsOfRun } from "./values/sampleRequest";

const outputs: OutputsOfRun = (sample) => [
  [["ModelArn"], bedrockArn(sample, "custom-model/imported")],
  [["ModelName"], askedName(sample, "ModelName")],
  [["ModelStatus"], "Active"],
];

export const bedrockCustomModel = {
  ...plainRun,
  outputs,
  metadata: arnMetadata("BedrockCustomModel", "ModelArn", null),
} satisfies RunsAs;
