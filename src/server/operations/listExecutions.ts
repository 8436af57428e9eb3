import { allPages } from "../aws/paging";
import { moment } from "../aws/shapes";
import type { Operation } from "./operation";

const most = 200;

export const listExecutions: Operation<"listExecutions"> = async ({ target, pipeline }, { regions }) => {
  const { read } = await regions.region(target);
  const { items, more } = await allPages(
    "ListPipelineExecutions",
    (page) =>
      read.listPipelineExecutions({ PipelineName: pipeline, SortBy: "CreationTime", SortOrder: "Descending", ...page }),
    (page) => page.PipelineExecutionSummaries,
    most,
  );
  const executions = items.map((summary) => ({
    arn: summary.PipelineExecutionArn ?? "",
    pipelineArn: null,
    status: summary.PipelineExecutionStatus ?? "Unknown",
    displayName: summary.PipelineExecutionDisplayName ?? null,
    description: summary.PipelineExecutionDescription ?? null,
    failureReason: summary.PipelineExecutionFailureReason ?? null,
    started: moment(summary.StartTime),
    lastModified: null,
    versionId: null,
  }));
  return { executions, more };
};
