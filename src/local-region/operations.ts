import type { Operation } from "./call";
import { listPipelineExecutionSteps } from "./executionSteps";
import {
  describePipelineDefinitionForExecution,
  describePipelineExecution,
  listPipelineExecutions,
  listPipelineParametersForExecution,
  retryPipelineExecution,
  startPipelineExecution,
  stopPipelineExecution,
} from "./executions";
import {
  createPipeline,
  deletePipeline,
  describePipeline,
  listPipelines,
  listPipelineVersions,
  updatePipeline,
} from "./pipelines";
import { addTags, deleteTags, listTags } from "./tags";

/** All that the local region can be asked, by the name behind `SageMaker.` in `X-Amz-Target`. */
const operations: Readonly<Record<string, Operation>> = {
  AddTags: addTags,
  CreatePipeline: createPipeline,
  DeletePipeline: deletePipeline,
  DeleteTags: deleteTags,
  DescribePipeline: describePipeline,
  DescribePipelineDefinitionForExecution: describePipelineDefinitionForExecution,
  DescribePipelineExecution: describePipelineExecution,
  ListPipelineExecutions: listPipelineExecutions,
  ListPipelineExecutionSteps: listPipelineExecutionSteps,
  ListPipelineParametersForExecution: listPipelineParametersForExecution,
  ListPipelines: listPipelines,
  ListPipelineVersions: listPipelineVersions,
  ListTags: listTags,
  RetryPipelineExecution: retryPipelineExecution,
  StartPipelineExecution: startPipelineExecution,
  StopPipelineExecution: stopPipelineExecution,
  UpdatePipeline: updatePipeline,
};

export const operationNames: readonly string[] = Object.keys(operations);

export function operationNamed(name: string): Operation | undefined {
  return Object.hasOwn(operations, name) ? operations[name] : undefined;
}
