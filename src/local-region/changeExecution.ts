/** What is done to an execution that was started. */
import type { Call, Operation } from "./call";
import { invalid } from "./errors";
import { type Input, optionalText } from "./input";
import { executionOf, executionsIn } from "./lookup";
import { executionStatus, handledIn, reusableIn, timelineFor, versionOf } from "./progress";
import { maxParallelIn, tokenReused } from "./requests";
import type { Attempt, ExecutionRecord } from "./state/records";
import { withExecution, withLastAttempt } from "./withExecution";

/** Names an execution, and says how many steps may run at a time from now on. */
export const updatePipelineExecution: Operation = (call, input) => {
  const { pipeline, execution } = executionOf(call, input);
  const description = optionalText(input, "PipelineExecutionDescription", "description") ?? execution.description;
  const { firstDescription = execution.description } = execution;
  const displayName = optionalText(input, "PipelineExecutionDisplayName", "displayName") ?? execution.displayName;
  const names = { displayName, description, firstDescription, updatedAt: call.now };
  call.store.put(withExecution(pipeline, { ...execution, ...limitsAfter(call, input, execution), ...names }));
  return { PipelineExecutionArn: execution.arn };
};

function limitsAfter({ now }: Call, input: Input, { limits = [] }: ExecutionRecord): Partial<ExecutionRecord> {
  const maxParallel = maxParallelIn(input);
  return maxParallel === undefined ? {} : { limits: [...limits, { from: now, maxParallel }] };
}

/** Stops what runs. Asked again while it stops, or after it has, it gives the same answer. */
export const stopPipelineExecution: Operation = (call, input) => {
  optionalText(input, "ClientRequestToken", "token");
  const found = executionOf(call, input);
  const status = executionStatus(timelineFor(found), call.now);
  if (status === "Executing") call.store.put(withLastAttempt(found, (last) => ({ ...last, stoppedAt: call.now })));
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
  const version = versionOf(found);
  const attempt: Attempt = {
    ...{ startedAt: call.now, stoppedAt: null, token },
    ...handledIn(version, call.attached(pipeline.name)),
    ...reusableIn(pipeline, version, call.now),
  };
  const attempts = [...execution.attempts, attempt];
  call.store.put(withExecution(pipeline, { ...execution, ...limitsAfter(call, input, execution), attempts }));
  return { PipelineExecutionArn: execution.arn };
};
