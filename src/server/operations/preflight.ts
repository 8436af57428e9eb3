import { preflight as askAccount } from "../account/preflight";
import type { Operation } from "./operation";

/** The local region has no account to ask. */
export const preflight: Operation<"preflight"> = async (request, { regions }) => {
  const { target } = request;
  const { services } = await regions.region(target);
  if (services === null || target.kind === "local") return { caller: null, findings: [] };
  return askAccount(services, target.region, request);
};
