import { calling } from "../aws/awsError";
import { moment } from "../aws/shapes";
import type { Operation } from "./operation";

const aPage = 100;

export const listExecutions: Operation<"listExecutions"> = async (
  { target, pipeline, after, before, next },
  { regions },
) => {
  const { read } = await regions.region(target);
  const page = await calling("ListPipelineExecutions", () =>
    read.listPipelineExecutions({
      ...{ PipelineName: pipeline, SortBy: "CreationTime", SortOrder: "Descending" },
      ...(after === undefined ? {} : { CreatedAfter: new Date(after) }),
      ...(before === undefined ? {} : { CreatedBefore: new Date(before) }),
      ...{ MaxResults: aPage, NextToken: next },
    }),
  );
  const executions = (page.PipelineExecutionSummaries ?? []).map((summary) => ({
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
  return { executions, next: page.NextToken || null };
};
