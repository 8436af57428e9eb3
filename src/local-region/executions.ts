import { entries, get, isObject, type Value } from "../pipeline/definition/value";
import { parameterText, parameterValues } from "../pipeline/simulate/values/parameters";
import { resolve } from "../pipeline/simulate/values/resolve";
import { joinText } from "../pipeline/steps/runs/values/joinText";
import { executionContextOf, executionVariables } from "../pipeline/steps/runs/values/names";
import { toldAliases } from "./aliases";
import { type Operation, seconds } from "./call";
import { invalid } from "./errors";
import { type Input, optionalChoice, optionalStructure, optionalText, requiredText, structures } from "./input";
import { type Execution, executionOf, executionsIn, pipelineOf } from "./lookup";
import { pageOf } from "./paging";
import { versionIn } from "./pipelines";
import { definitionOf, type ExecutionStatus, executionStatus, timelineFor, versionOf } from "./progress";
import { fingerprintOf, listed, maxParallelIn, order, tokenReused } from "./requests";
import type { Attempt, ExecutionRecord, GivenParameter, PipelineRecord, PipelineVersion } from "./state/records";

export const startPipelineExecution: Operation = (call, input) => {
  const pipeline = pipelineOf(call, input);
  const token = optionalText(input, "ClientRequestToken", "token") ?? null;
  // By name or by ARN, it is the same pipeline.
  const fingerprint = fingerprintOf({ ...input, PipelineName: pipeline.arn });
  const before = token === null ? undefined : executionsIn(call).find((one) => one.token === token);
  if (before !== undefined) {
    if (before.fingerprint !== fingerprint) throw tokenReused();
    return { PipelineExecutionArn: before.arn };
  }
  if (optionalStructure(input, "SelectiveExecutionConfig") !== undefined) {
    throw invalid("The local region runs whole pipelines: SelectiveExecutionConfig is not supported.");
  }
  const version = versionIn(pipeline, input);
  const id = call.newId();
  const execution: ExecutionRecord = {
    id,
    arn: `${pipeline.arn}/execution/${id}`,
    version: version.id,
    createdAt: call.now,
    displayName:
      optionalText(input, "PipelineExecutionDisplayName", "executionName") ?? `execution-${Math.floor(call.now)}`,
    description: optionalText(input, "PipelineExecutionDescription", "description") ?? null,
    parameters: effectiveParameters(version, input),
    maxParallel: maxParallelIn(input) ?? pipeline.maxParallel,
    stepSeconds: call.stepSeconds,
    token,
    fingerprint,
    attempts: [{ startedAt: call.now, stoppedAt: null, token }],
  };
  call.store.put({ ...pipeline, executions: [...pipeline.executions, execution] });
  return { PipelineExecutionArn: execution.arn };
};

/** The given values over the defaults, as texts. Refuses what the service refuses. */
function effectiveParameters(version: PipelineVersion, input: Input): readonly GivenParameter[] {
  const given = structures(input, "PipelineParameters", 200).map((parameter) => {
    return [requiredText(parameter, "Name"), requiredText(parameter, "Value")] as const;
  });
  const doubled = given.find(([name], index) => given.findIndex((other) => other[0] === name) !== index);
  if (doubled !== undefined) throw invalid(`Parameter names must be unique. Duplicate parameter '${doubled[0]}'.`);
  const { values, refusals } = parameterValues(definitionOf(version), new Map(given));
  const refusal = refusals[0];
  if (refusal !== undefined) throw invalid(refusal);
  return [...values].map(([Name, value]) => ({ Name, Value: parameterText(value) }));
}

export const describePipelineExecution: Operation = (call, input) => {
  const found = executionOf(call, input);
  const { pipeline, execution } = found;
  const timeline = timelineFor(found);
  const status = executionStatus(timeline, call.now);
  const modified = Math.min(call.now, timeline.endedAt);
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
    ParallelismConfiguration:
      execution.maxParallel === null ? undefined : { MaxParallelExecutionSteps: execution.maxParallel },
    PipelineVersionId: execution.version,
    ...toldAliases(versionOf(found)),
  };
};

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
  const sorted = byArn ? pipeline.executions.toSorted((one, other) => order(one.arn, other.arn)) : pipeline.executions;
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

/** Stops what runs. Asked again while it stops, or after it has, it gives the same answer. */
export const stopPipelineExecution: Operation = (call, input) => {
  optionalText(input, "ClientRequestToken", "token");
  const found = executionOf(call, input);
  const status = executionStatus(timelineFor(found), call.now);
  if (status === "Executing") replaceLastAttempt(call.store.put, found, (last) => ({ ...last, stoppedAt: call.now }));
  else if (status !== "Stopping" && status !== "Stopped") {
    throw invalid(`Only executions with status Executing can be stopped; ${found.execution.arn} is ${status}.`);
  }
  return { PipelineExecutionArn: found.execution.arn };
};

/** Goes on with a failed or stopped execution; the steps that succeeded are kept. */
export const retryPipelineExecution: Operation = (call, input) => {
  const token = optionalText(input, "ClientRequestToken", "token") ?? null;
  const found = executionOf(call, input);
  const { pipeline, execution } = found;
  const retried = (one: ExecutionRecord) => one.attempts.slice(1).some((attempt) => attempt.token === token);
  const before = token === null ? undefined : executionsIn(call).find(retried);
  if (before !== undefined) {
    if (before.arn !== execution.arn) throw tokenReused();
    return { PipelineExecutionArn: execution.arn };
  }
  const timeline = timelineFor(found);
  const status = executionStatus(timeline, call.now);
  if (status !== "Failed" && status !== "Stopped") {
    throw invalid(`Only executions with status Failed or Stopped can be retried; ${execution.arn} is ${status}.`);
  }
  if (timeline.endedByFailStep) throw invalid(`${execution.arn} ended in a Fail step and cannot be retried.`);
  const attempts: readonly Attempt[] = [...execution.attempts, { startedAt: call.now, stoppedAt: null, token }];
  const maxParallel = maxParallelIn(input) ?? execution.maxParallel;
  call.store.put(withExecution(pipeline, { ...execution, attempts, maxParallel }));
  return { PipelineExecutionArn: execution.arn };
};

function replaceLastAttempt(
  put: (pipeline: PipelineRecord) => void,
  { pipeline, execution }: Execution,
  change: (attempt: Attempt) => Attempt,
): void {
  const attempts = execution.attempts.map((attempt, index, all) =>
    index === all.length - 1 ? change(attempt) : attempt,
  );
  put(withExecution(pipeline, { ...execution, attempts }));
}

function withExecution(pipeline: PipelineRecord, execution: ExecutionRecord): PipelineRecord {
  return { ...pipeline, executions: pipeline.executions.map((one) => (one.id === execution.id ? execution : one)) };
}
