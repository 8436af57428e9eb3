import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of STS. */
export function sts({ configOf, limits }: Connect) {
  const { read } = twoClients((attempts) => new STSClient(configOf(attempts)), limits);
  return { getCallerIdentity: () => read.send(new GetCallerIdentityCommand({})) };
}
