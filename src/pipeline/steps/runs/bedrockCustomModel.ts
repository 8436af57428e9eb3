import { arnRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { askedName, bedrockArn } from "./values/bedrock";
import { bedrockPermissions } from "./values/permissions";

export const bedrockCustomModel = {
  ...arnRun("BedrockCustomModel", "ModelArn", (sample) => [
    [["ModelArn"], bedrockArn(sample, "custom-model/imported")],
    [["ModelName"], askedName(sample, "ModelName")],
    [["ModelStatus"], "Active"],
  ]),
  asks: bedrockPermissions("CustomModels", ["CreateCustomModel", "GetCustomModel"]),
} satisfies RunsAs;
