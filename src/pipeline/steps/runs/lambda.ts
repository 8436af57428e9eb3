import type { RunsAs } from "./runsAs";
import { declared } from "./values/declared";
import { declaredMetadata } from "./values/metadata";

export const lambda = {
  ends: "withOutputs",
  outputs: declared,
  metadata: declaredMetadata("Lambda", "Arn", "FunctionArn"),
  describedBy: null,
  console: null,
  writes: [],
  // A function cannot be stopped, and ends in its own time.
  runsToItsEnd: true,
} satisfies RunsAs;
