import type { Operation } from "./call";
import { sendPipelineExecutionStepFailure, sendPipelineExecutionStepSuccess } from "./callbacks";
import { retryPipelineExecution, stopPipelineExecution, updatePipelineExecution } from "./changeExecution";
import { listPipelineExecutionSteps } from "./executionSteps";
import {
  describePipelineDefinitionForExecution,
  describePipelineExecution,
  listPipelineExecutions,
  listPipelineParametersForExecution,
} from "./executions";
import { createPipeline, deletePipeline, describePipeline, listPipelines, updatePipeline } from "./pipelines";
import { search } from "./search";
import { startPipelineExecution } from "./startExecution";
import { addTags, deleteTags, listTags } from "./tags";
import { listPipelineVersions, updatePipelineVersion } from "./versions";

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
  Search: search,
  SendPipelineExecutionStepFailure: sendPipelineExecutionStepFailure,
  SendPipelineExecutionStepSuccess: sendPipelineExecutionStepSuccess,
  StartPipelineExecution: startPipelineExecution,
  StopPipelineExecution: stopPipelineExecution,
  UpdatePipeline: updatePipeline,
  UpdatePipelineExecution: updatePipelineExecution,
  UpdatePipelineVersion: updatePipelineVersion,
};

export const operationNames: readonly string[] = Object.keys(operations);

export function operationNamed(name: string): Operation | undefined {
  return Object.hasOwn(operations, name) ? operations[name] : undefined;
}
