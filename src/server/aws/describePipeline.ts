import type { DescribedPipeline } from "../../contract/pipelines";
import { answered, calling } from "./awsError";
import type { Region } from "./region";
import { limitOf, moment } from "./shapes";

/** A pipeline as it is deployed now, or with the definition of one of its versions. */
export async function describePipeline(
  { read }: Region,
  pipeline: string,
  version?: number,
): Promise<DescribedPipeline> {
  const found = await calling("DescribePipeline", () =>
    read.describePipeline({ PipelineName: pipeline, PipelineVersionId: version }),
  );
  return {
    name: found.PipelineName ?? pipeline,
    arn: answered(found.PipelineArn, "DescribePipeline"),
    displayName: found.PipelineDisplayName ?? null,
    description: found.PipelineDescription ?? null,
    roleArn: found.RoleArn ?? null,
    status: found.PipelineStatus ?? null,
    definition: answered(found.PipelineDefinition, "DescribePipeline"),
    maxParallelSteps: limitOf(found.ParallelismConfiguration),
    created: moment(found.CreationTime),
    lastModified: moment(found.LastModifiedTime),
    lastModifiedBy: found.LastModifiedBy?.UserProfileName ?? found.LastModifiedBy?.IamIdentity?.Arn ?? null,
  };
}
