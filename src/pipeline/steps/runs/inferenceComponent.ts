import { resourceRun } from "./runBuilders";
import type { RunsAs } from "./runsAs";
import { madePermissions } from "./values/permissions";

export const inferenceComponent = {
  ...resourceRun("InferenceComponent", "inference-component"),
  asks: madePermissions(
    "InferenceComponents",
    ["CreateInferenceComponent", "DescribeInferenceComponent", "UpdateInferenceComponent"],
    ["inference-component", "endpoint"],
  ),
} satisfies RunsAs;
