import type { PipelineExecutionStep, SageMaker } from "@aws-sdk/client-sagemaker";
import { allPages } from "./paging";

const most = 10_000;

/** Every step of an execution, in the order in which they started. */
export async function listSteps(read: SageMaker, executionArn: string): Promise<readonly PipelineExecutionStep[]> {
  const { items } = await allPages(
    "ListPipelineExecutionSteps",
    (page) => read.listPipelineExecutionSteps({ PipelineExecutionArn: executionArn, SortOrder: "Ascending", ...page }),
    (page) => page.PipelineExecutionSteps,
    most,
  );
  return items;
}
