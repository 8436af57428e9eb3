import { describeDeployed } from "../deploy/describeDeployed";
import { makePlan } from "../deploy/plan";
import type { Operation } from "./operation";

export const plan: Operation<"plan"> = async (intent, { regions, check }) => {
  const region = await regions.region(intent.target);
  return makePlan(intent, await describeDeployed(region, intent.pipelineName), check);
};
