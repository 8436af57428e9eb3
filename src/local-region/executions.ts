/** What is told of executions. */
import { entries, get, isObject, type Value } from "../pipeline/definition/value";
import { resolve } from "../pipeline/simulate/values/resolve";
import { joinText } from "../pipeline/steps/runs/values/joinText";
import { executionContextOf, executionVariables } from "../pipeline/steps/runs/values/names";
import { toldAliases, versionByAlias } from "./aliases";
import { type Operation, type Output, seconds } from "./call";
import { optionalChoice, optionalText } from "./input";
import { type Execution, executionOf, pipelineOf } from "./lookup";
import { pageOf } from "./paging";
import { definitionOf, type ExecutionStatus, executionStatus, timelineFor, versionOf } from "./progress";
import { listed, order, toldParallelism } from "./requests";
import { toldSelection } from "./selective";

export const describePipelineExecution: Operation = (call, input) => {
  const found = executionOf(call, input);
  return { ...toldExecution(found, call.now), ...toldAliases(versionOf(found)) };
};

/** An execution as DescribePipelineExecution and Search tell of it at a moment. */
export function toldExecution(found: Execution, now: number): Output {
  const { pipeline, execution } = found;
  const timeline = timelineFor(found);
  const status = executionStatus(timeline, now);
  const modified = Math.max(Math.min(now, timeline.endedAt), execution.updatedAt ?? 0);
  return {
    PipelineArn: pipeline.arn,
    PipelineExecutionArn: execution.arn,
    PipelineExecutionDisplayName: execution.displayName,
    PipelineExecutionStatus: status,
    PipelineExecutionDescription: execution.description ?? undefined,
    PipelineExperimentConfig: experimentOf(found),
    FailureReason: failureReasonOf(status),
    CreationTime: seconds(execution.createdAt),
    LastModifiedTime: seconds(modified),
    CreatedBy: {},
    LastModifiedBy: {},
    ParallelismConfiguration: toldParallelism(execution.limits?.at(-1)?.maxParallel ?? execution.maxParallel),
    SelectiveExecutionConfig: toldSelection(execution.selection),
    PipelineVersionId: execution.version,
  };
}

function failureReasonOf(status: ExecutionStatus): string | undefined {
  return status === "Failed" || status === "CompletedWithFailures"
    ? "Step failure: One or multiple steps failed"
    : undefined;
}

/** `PipelineExperimentConfig` with its expressions resolved; absent when the definition has none (or null). */
function experimentOf(found: Execution): Readonly<Record<string, string>> | undefined {
  const { execution } = found;
  const config = get(definitionOf(versionOf(found)), "PipelineExperimentConfig");
  const context = executionContextOf(execution.arn, new Date(execution.createdAt).toISOString());
  if (!isObject(config) || context === null) return undefined;
  const parameters = new Map<string, Value>(execution.parameters.map(({ Name, Value }) => [Name, Value]));
  const scope = { parameters, execution: executionVariables(context), outputsOf: () => undefined };
  return Object.fromEntries(entries(resolve(config, scope).value).map(([key, value]) => [key, joinText(value)]));
}

export const listPipelineExecutions: Operation = (call, input) => {
  const pipeline = pipelineOf(call, input);
  const byArn = optionalChoice(input, "SortBy", ["CreationTime", "PipelineExecutionArn"]) === "PipelineExecutionArn";
  const alias = optionalText(input, "PipelineVersionAlias", "alias");
  const asked = alias === undefined ? null : versionByAlias(pipeline, alias).id;
  const all = pipeline.executions.filter(({ version }) => asked === null || version === asked);
  const sorted = byArn ? all.toSorted((one, other) => order(one.arn, other.arn)) : all;
  const { items, ...more } = pageOf(input, listed(input, sorted), ({ id }) => id);
  const summaries = items.map((execution) => {
    const status = executionStatus(timelineFor({ pipeline, execution }), call.now);
    return {
      PipelineExecutionArn: execution.arn,
      StartTime: seconds(execution.createdAt),
      PipelineExecutionStatus: status,
      PipelineExecutionDescription: execution.description ?? undefined,
      PipelineExecutionDisplayName: execution.displayName,
      PipelineExecutionFailureReason: failureReasonOf(status),
      ...toldAliases(versionOf({ pipeline, execution })),
    };
  });
  return { PipelineExecutionSummaries: summaries, ...more };
};

export const listPipelineParametersForExecution: Operation = (call, input) => {
  const { execution } = executionOf(call, input);
  const { items, ...more } = pageOf(input, execution.parameters, ({ Name }) => Name);
  return { PipelineParameters: items, ...more };
};

export const describePipelineDefinitionForExecution: Operation = (call, input) => {
  const found = executionOf(call, input);
  return { PipelineDefinition: versionOf(found).definition, CreationTime: seconds(found.execution.createdAt) };
};
