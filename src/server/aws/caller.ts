import { answered, calling } from "./awsError";
import type { Services } from "./services/services";

export interface Caller {
  readonly account: string;
  readonly arn: string;
}

/** Who asks: STS answers that to everyone. */
export async function callerOf(services: Services): Promise<Caller> {
  const { getCallerIdentity } = await services.sts();
  const { Account, Arn } = await calling("sts:GetCallerIdentity", getCallerIdentity);
  return { account: answered(Account, "sts:GetCallerIdentity"), arn: answered(Arn, "sts:GetCallerIdentity") };
}

export async function callerAccount(services: Services): Promise<string> {
  return (await callerOf(services)).account;
}
