import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
  type FilterLogEventsCommandInput,
} from "@aws-sdk/client-cloudwatch-logs";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of CloudWatch Logs. */
export function logs({ configOf, limits }: Connect) {
  const { read } = twoClients((attempts) => new CloudWatchLogsClient(configOf(attempts)), limits);
  return { filterLogEvents: (input: FilterLogEventsCommandInput) => read.send(new FilterLogEventsCommand(input)) };
}
