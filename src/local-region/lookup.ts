import type { Call } from "./call";
import { notFound } from "./errors";
import { type Input, requiredText } from "./input";
import { account, type ExecutionRecord, type PipelineRecord } from "./state/records";

export function pipelineArn(region: string, name: string): string {
  return `arn:aws:sagemaker:${region}:${account}:pipeline/${name}`;
}

/** The pipeline that a request means by name or ARN. */
export function pipelineOf(call: Call, input: Input): PipelineRecord {
  const nameOrArn = requiredText(input, "PipelineName", "nameOrArn");
  return pipelineByArn(call, nameOrArn.startsWith("arn:") ? nameOrArn : pipelineArn(call.region, nameOrArn));
}

export function pipelineByArn(call: Call, arn: string): PipelineRecord {
  const pipeline = call.store.pipeline(call.region, arn.slice(arn.lastIndexOf("/") + 1));
  if (pipeline?.arn !== arn) throw notFound(`Pipeline '${arn}' does not exist.`);
  return pipeline;
}

export interface Execution {
  readonly pipeline: PipelineRecord;
  readonly execution: ExecutionRecord;
}

/** All executions of the request's region: a token is good for one of them, whatever its pipeline. */
export function executionsIn(call: Call): readonly ExecutionRecord[] {
  return call.store.pipelines(call.region).flatMap(({ executions }) => executions);
}

export function executionOf(call: Call, input: Input): Execution {
  return executionByArn(call, requiredText(input, "PipelineExecutionArn", "executionArn"));
}

export function executionByArn({ region, store }: Pick<Call, "region" | "store">, arn: string): Execution {
  const name = /:pipeline\/([^/]+)\/execution\/[^/]+$/.exec(arn)?.[1];
  const pipeline = name === undefined ? undefined : store.pipeline(region, name);
  const execution = pipeline?.executions.find((one) => one.arn === arn);
  if (pipeline !== undefined && execution !== undefined) return { pipeline, execution };
  throw notFound(`Pipeline execution '${arn}' does not exist.`);
}
