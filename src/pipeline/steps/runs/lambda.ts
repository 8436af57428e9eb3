import { plainRun, type RunsAs } from "./runsAs";
import { declared } from "./values/declared";
import { declaredMetadata } from "./values/metadata";

export const lambda = {
  ...plainRun,
  outputs: declared,
  metadata: declaredMetadata("Lambda", "Arn", "FunctionArn"),
  // A function cannot be stopped, and ends in its own time.
  runsToItsEnd: true,
} satisfies RunsAs;
