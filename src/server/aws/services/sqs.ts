import { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of SQS. */
export function sqs({ configOf, limits }: Connect) {
  // Where a queue lies is said by the client's region, never by the address that a definition names.
  const { read } = twoClients(
    (attempts) => new SQSClient({ ...configOf(attempts), useQueueUrlAsEndpoint: false }),
    limits,
  );
  return {
    getQueueAttributes: (QueueUrl: string) =>
      read.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] })),
    listQueues: (NextToken?: string) => read.send(new ListQueuesCommand({ NextToken, MaxResults: 1000 })),
  };
}
