import { plainRun, type RunsAs } from "./runsAs";
import { declared } from "./values/declared";
import { declaredMetadata } from "./values/metadata";

export const callback = {
  ...plainRun,
  outputs: declared,
  metadata: declaredMetadata("Callback", "SqsQueueUrl", "SqsQueueUrl"),
} satisfies RunsAs;
