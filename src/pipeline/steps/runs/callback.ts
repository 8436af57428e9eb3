import type { RunsAs } from "./runsAs";
import { declared } from "./values/declared";
import { declaredMetadata } from "./values/metadata";

export const callback = {
  ends: "withOutputs",
  outputs: declared,
  metadata: declaredMetadata("Callback", "SqsQueueUrl", "SqsQueueUrl"),
  describedBy: null,
  console: null,
  writes: [],
} satisfies RunsAs;
