import type { DescribedPipeline } from "../../contract/pipelines";
import { calling } from "../aws/awsError";
import type { Region } from "../aws/region";
import type { Regions } from "../aws/regions";
import { allPages, type Handlers, moment } from "./handlers";

const most = 1000;

type PipelineRoutes = Pick<Handlers, "listPipelines" | "describePipeline" | "deletePipeline">;

export function pipelineRoutes(regions: Regions): PipelineRoutes {
  return {
    listPipelines: async ({ target, prefix }) => {
      const { read } = await regions.region(target);
      const { items } = await allPages(
        (nextToken) =>
          calling("ListPipelines", () =>
            read.listPipelines({
              PipelineNamePrefix: prefix,
              SortBy: "CreationTime",
              SortOrder: "Descending",
              MaxResults: 100,
              NextToken: nextToken,
            }),
          ),
        (page) => page.PipelineSummaries,
        most,
      );
      return {
        pipelines: items.map((summary) => ({
          name: summary.PipelineName ?? "",
          arn: summary.PipelineArn ?? "",
          displayName: summary.PipelineDisplayName ?? null,
          description: summary.PipelineDescription ?? null,
          roleArn: summary.RoleArn ?? null,
          created: moment(summary.CreationTime),
          lastModified: moment(summary.LastModifiedTime),
          lastExecution: moment(summary.LastExecutionTime),
        })),
      };
    },
    describePipeline: async ({ target, pipeline }) => describePipeline(await regions.region(target), pipeline),
    deletePipeline: async ({ target, pipeline, token }) => {
      const { write } = await regions.region(target);
      const deleted = await calling("DeletePipeline", () =>
        write.deletePipeline({ PipelineName: pipeline, ClientRequestToken: token }),
      );
      return { pipelineArn: deleted.PipelineArn ?? "" };
    },
  };
}

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
