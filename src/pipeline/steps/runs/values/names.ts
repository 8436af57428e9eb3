/** Names as AWS gives them, made from a seed: the same execution always gets the same names. No randomness. */

export interface ExecutionContext {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly pipelineName: string;
  readonly pipelineArn: string;
  readonly executionId: string;
  readonly executionArn: string;
  /** ISO 8601. */
  readonly startDateTime: string;
}

/**
 * Reads an execution's ARN (`arn:aws:sagemaker:REGION:ACCOUNT:pipeline/NAME/execution/ID`); null when it is none. The account of a pipeline
 * that AWS manages is the word `aws`.
 */
export function executionContextOf(executionArn: string, startDateTime: string): ExecutionContext | null {
  const match = /^arn:([a-z-]+):sagemaker:([a-z0-9-]+):(\d{12}|aws):pipeline\/([^/]+)\/execution\/([^/]+)$/.exec(
    executionArn,
  );
  if (match === null) return null;
  const [, partition = "", region = "", account = "", pipelineName = "", executionId = ""] = match;
  const pipelineArn = executionArn.slice(0, executionArn.indexOf("/execution/"));
  return { partition, region, account, pipelineName, pipelineArn, executionId, executionArn, startDateTime };
}

/** The context of a simulation that no service runs. */
export function sampleContext(pipelineName: string): ExecutionContext {
  const pipelineArn = `arn:aws:sagemaker:us-east-1:111122223333:pipeline/${pipelineName}`;
  return {
    partition: "aws",
    region: "us-east-1",
    account: "111122223333",
    pipelineName,
    pipelineArn,
    executionId: "sample000000",
    executionArn: `${pipelineArn}/execution/sample000000`,
    startDateTime: "2026-01-01T00:00:00.000Z",
  };
}

/** The execution variables that hold for the whole execution. */
export function executionVariables(context: ExecutionContext): ReadonlyMap<string, string> {
  return new Map([
    ["StartDateTime", context.startDateTime],
    ["CurrentDateTime", context.startDateTime],
    ["PipelineName", context.pipelineName],
    ["PipelineArn", context.pipelineArn],
    ["PipelineExecutionId", context.executionId],
    ["PipelineExecutionArn", context.executionArn],
  ]);
}

const lettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `length` letters and digits that follow from the seed alone (FNV-1a, then xorshift). */
export function tokenFrom(seed: string, length: number): string {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  if (state === 0) state = 1;
  let token = "";
  while (token.length < length) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    token += lettersAndDigits[(state >>> 0) % lettersAndDigits.length];
  }
  return token;
}

/** The name of the job that a step starts: `pipelines-<execution id>-<step>-<10 letters and digits>`. */
export function jobNameOf(context: ExecutionContext, step: string): string {
  const token = tokenFrom(`${context.executionId}/${step}`, 10);
  const room = 63 - "pipelines--".length - context.executionId.length - token.length - 1;
  return `pipelines-${context.executionId}-${step.slice(0, Math.max(1, room))}-${token}`;
}

export function arnOf(context: ExecutionContext, resource: string, service = "sagemaker"): string {
  return `arn:${context.partition}:${service}:${context.region}:${context.account}:${resource}`;
}

/** The bucket in which SageMaker puts what nobody named a place for. */
export function defaultBucket(context: ExecutionContext): string {
  return `sagemaker-${context.region}-${context.account}`;
}
