import { callerAccount } from "../aws/caller";
import { localAccount, localRegionName } from "../aws/localNames";
import type { Operation } from "./operation";

export const targetAccount: Operation<"targetAccount"> = async ({ target }, { regions }) => {
  if (target.kind === "local") return { account: localAccount, region: localRegionName };
  const { services } = await regions.region(target);
  return { account: services === null ? localAccount : await callerAccount(services), region: target.region };
};
