import { get, text } from "../../definition/value";
import { plainRun, type RunsAs } from "./runsAs";
import { declared } from "./values/declared";
import { declaredMetadata } from "./values/metadata";
import { noPermissions } from "./values/permissions";

export const callback = {
  ...plainRun,
  outputs: declared,
  metadata: declaredMetadata("Callback", "SqsQueueUrl", "SqsQueueUrl"),
  // Nobody can stop whom it waits for (API StopPipelineExecution).
  runsToItsEnd: true,
  endsByAnswer: true,
  asks: {
    ...noPermissions,
    permissions: (step) => [
      { about: "Queues", actions: ["sqs:SendMessage"], resources: [queueOf(text(get(step, "SqsQueueUrl")))] },
    ],
  },
} satisfies RunsAs;

function queueOf(url: string | undefined): string {
  const [, region, account, name] = /^https:\/\/sqs\.([\w-]+)\.[^/]+\/(\d{12})\/([\w.-]+)$/.exec(url ?? "") ?? [];
  return name === undefined ? "sqs:*:*:*" : `sqs:${region}:${account}:${name}`;
}
