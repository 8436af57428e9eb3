import { describePipeline as describeIn } from "../aws/describePipeline";
import type { Operation } from "./operation";

export const describePipeline: Operation<"describePipeline"> = async (request, { regions }) => {
  const { target, pipeline, version, opens = false } = request;
  const region = await regions.region(target);
  const found = await describeIn(region, pipeline, version);
  const last = region.lastDeployed.read(found.arn);
  // From now on this is what both sides began with.
  if (opens) region.lastDeployed.write({ pipeline: found, tags: last?.tags ?? null });
  const lastHere =
    last === null ? null : { definition: last.pipeline.definition, lastModified: last.pipeline.lastModified };
  return { ...found, lastHere };
};
