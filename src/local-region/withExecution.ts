/** A pipeline's record after one of its executions has changed. */
import type { Execution } from "./lookup";
import type { Attempt, ExecutionRecord, PipelineRecord } from "./state/records";

export function withExecution(pipeline: PipelineRecord, execution: ExecutionRecord): PipelineRecord {
  return { ...pipeline, executions: pipeline.executions.map((one) => (one.id === execution.id ? execution : one)) };
}

export function withLastAttempt(
  { pipeline, execution }: Execution,
  change: (attempt: Attempt) => Attempt,
): PipelineRecord {
  const attempts = execution.attempts.map((attempt, index, all) =>
    index === all.length - 1 ? change(attempt) : attempt,
  );
  return withExecution(pipeline, { ...execution, attempts });
}
