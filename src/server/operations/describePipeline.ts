import { describePipeline as describeIn } from "../aws/describePipeline";
import type { Operation } from "./operation";

export const describePipeline: Operation<"describePipeline"> = async ({ target, pipeline }, { regions }) =>
  describeIn(await regions.region(target), pipeline);
