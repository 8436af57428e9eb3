import { allPages } from "../aws/paging";
import { moment } from "../aws/shapes";
import type { Operation } from "./operation";

const most = 1000;

export const listPipelines: Operation<"listPipelines"> = async ({ target, prefix }, { regions }) => {
  const { read } = await regions.region(target);
  const { items } = await allPages(
    "ListPipelines",
    (page) =>
      read.listPipelines({ PipelineNamePrefix: prefix, SortBy: "CreationTime", SortOrder: "Descending", ...page }),
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
};
