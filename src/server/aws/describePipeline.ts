import type { DescribedPipeline } from "../../contract/pipelines";
import { calling } from "./awsError";
import type { Region } from "./region";
import { moment } from "./shapes";

export async function describePipeline({ read }: Region, pipeline: string): Promise<DescribedPipeline> {
  const found = await calling("DescribePipeline", () => read.describePipeline({ PipelineName: pipeline }));
  return {
    name: found.PipelineName ?? pipeline,
    arn: found.PipelineArn ?? "",
    displayName: found.PipelineDisplayName ?? null,
    description: found.PipelineDescription ?? null,
    roleArn: found.RoleArn ?? null,
    status: found.PipelineStatus ?? null,
    definition: found.PipelineDefinition ?? "",
    maxParallelSteps: found.ParallelismConfiguration?.MaxParallelExecutionSteps ?? null,
    created: moment(found.CreationTime),
    lastModified: moment(found.LastModifiedTime),
    lastModifiedBy: found.LastModifiedBy?.UserProfileName ?? found.LastModifiedBy?.IamIdentity?.Arn ?? null,
  };
}
