import { arnRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { askedName, bedrockArn } from "./values/bedrock";
import { bedrockPermissions } from "./values/permissions";

export const bedrockModelImport = {
  ...arnRun("BedrockModelImport", "JobArn", (sample) => [
    [["JobArn"], bedrockArn(sample, "model-import-job")],
    [["JobName"], askedName(sample, "JobName")],
    [["ImportedModelArn"], bedrockArn(sample, "imported-model")],
    [["ImportedModelName"], askedName(sample, "ImportedModelName")],
    [["Status"], "Completed"],
  ]),
  asks: bedrockPermissions("ModelImports", ["CreateModelImportJob", "GetModelImportJob", "GetImportedModel"]),
} satisfies RunsAs;
