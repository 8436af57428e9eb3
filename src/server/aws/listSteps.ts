import type { PipelineExecutionStep, SageMaker } from "@aws-sdk/client-sagemaker";
import { calling } from "./awsError";
import { allPages } from "./paging";

const most = 10_000;

/** Every step of an execution, in the order in which they started. */
export async function listSteps(read: SageMaker, executionArn: string): Promise<readonly PipelineExecutionStep[]> {
  const { items } = await allPages(
    (nextToken) =>
      calling("ListPipelineExecutionSteps", () =>
        read.listPipelineExecutionSteps({
          PipelineExecutionArn: executionArn,
          SortOrder: "Ascending",
          MaxResults: 100,
          NextToken: nextToken,
        }),
      ),
    (page) => page.PipelineExecutionSteps,
    most,
  );
  return items;
}
