import {
  GetRoleCommand,
  IAMClient,
  ListRolesCommand,
  SimulatePrincipalPolicyCommand,
  type SimulatePrincipalPolicyCommandInput,
} from "@aws-sdk/client-iam";
import { twoClients } from "../twoClients";
import type { Connect } from "./connect";

/** What Stepwire asks of IAM. */
export function iam({ configOf, limits }: Connect) {
  const { read } = twoClients((attempts) => new IAMClient(configOf(attempts)), limits);
  return {
    getRole: (RoleName: string) => read.send(new GetRoleCommand({ RoleName })),
    listRoles: (Marker?: string) => read.send(new ListRolesCommand({ Marker, MaxItems: 1000 })),
    simulate: (input: SimulatePrincipalPolicyCommandInput) => read.send(new SimulatePrincipalPolicyCommand(input)),
  };
}
