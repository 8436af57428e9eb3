import type { Regions } from "../aws/regions";
import { type Check, deploy, describeDeployed } from "../deploy/deploy";
import { makePlan } from "../deploy/plan";
import type { Handlers } from "./handlers";

export function deployRoutes(regions: Regions, check: Check): Pick<Handlers, "plan" | "deploy"> {
  return {
    plan: async (intent) => {
      const region = await regions.region(intent.target);
      return makePlan(intent, await describeDeployed(region, intent.pipelineName), check);
    },
    deploy: async ({ approved, anyway = false, token, ...intent }) =>
      deploy(await regions.region(intent.target), intent, { approved, anyway, token }, check),
  };
}
