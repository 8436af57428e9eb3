import { calling } from "../aws/awsError";
import { moment } from "../aws/shapes";
import type { Operation } from "./operation";

export const describeExecution: Operation<"describeExecution"> = async ({ target, executionArn }, { regions }) => {
  const { read } = await regions.region(target);
  const found = await calling("DescribePipelineExecution", () =>
    read.describePipelineExecution({ PipelineExecutionArn: executionArn }),
  );
  return {
    arn: found.PipelineExecutionArn ?? executionArn,
    pipelineArn: found.PipelineArn ?? null,
    status: found.PipelineExecutionStatus ?? "Unknown",
    displayName: found.PipelineExecutionDisplayName ?? null,
    description: found.PipelineExecutionDescription ?? null,
    failureReason: found.FailureReason ?? null,
    started: moment(found.CreationTime),
    lastModified: moment(found.LastModifiedTime),
    versionId: found.PipelineVersionId ?? null,
  };
};
