import { planFor } from "../deploy/plan";
import type { Operation } from "./operation";

export const plan: Operation<"plan"> = async (intent, { regions, check }) =>
  planFor(await regions.region(intent.target), intent, check);
