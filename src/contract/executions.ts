import { pipelineRequest } from "./pipelines";
import { moment, requestToken, z } from "./schema";
import { targetSchema } from "./targetSchema";

const executionArn = z.string().check(z.minLength(1), z.maxLength(256));

export const parameterValueSchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(256)),
  /** SageMaker takes every parameter's value as text. */
  value: z.string().check(z.maxLength(1024)),
});
export type ParameterValue = z.infer<typeof parameterValueSchema>;

export const startExecutionRequest = z.object({
  ...pipelineRequest.shape,
  parameters: z.array(parameterValueSchema).check(z.maxLength(200)),
  displayName: z.optional(z.string().check(z.maxLength(82))),
  description: z.optional(z.string().check(z.maxLength(3072))),
  maxParallelSteps: z.optional(z.number().check(z.int(), z.gte(1))),
  /** Only these steps run; what those before them gave comes from the source. */
  only: z.optional(
    z.object({
      source: z.nullable(executionArn),
      steps: z.array(z.string().check(z.minLength(1), z.maxLength(256))).check(z.minLength(1), z.maxLength(50)),
    }),
  ),
  token: requestToken,
});
export const executionRequest = z.object({ target: targetSchema, executionArn });
const asked = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));
/** One page, newest first. */
export const listExecutionsRequest = z.object({
  ...pipelineRequest.shape,
  after: z.optional(asked),
  before: z.optional(asked),
  /** Of the answer before it. */
  next: z.optional(z.string().check(z.maxLength(8192))),
});
export const updateExecutionRequest = z.object({
  ...executionRequest.shape,
  displayName: z.optional(z.string().check(z.minLength(1), z.maxLength(82))),
  description: z.optional(z.string().check(z.maxLength(3072))),
});
export const stopExecutionRequest = z.object({ target: targetSchema, executionArn, token: requestToken });
export const retryExecutionRequest = z.object({ target: targetSchema, executionArn, token: requestToken });
export const answerCallbackRequest = z.object({
  target: targetSchema,
  callbackToken: z.string().check(z.regex(/^[a-zA-Z0-9]{10}$/)),
  /** What it gives; null where it is rejected. */
  outputs: z.nullable(z.array(parameterValueSchema).check(z.maxLength(50))),
  failureReason: z.optional(z.string().check(z.maxLength(256))),
  token: requestToken,
});
export const executionArnSchema = z.object({ executionArn: z.string() });

/** `Executing`, `Stopping`, `Stopped`, `Failed`, `Succeeded`, `CompletedWithFailures`; AWS adds to them, so any text is taken. */
const status = z.string();

export const executionSchema = z.object({
  arn: z.string(),
  pipelineArn: z.nullable(z.string()),
  status,
  displayName: z.nullable(z.string()),
  description: z.nullable(z.string()),
  failureReason: z.nullable(z.string()),
  started: z.nullable(moment),
  lastModified: z.nullable(moment),
  versionId: z.nullable(z.number()),
});
export type Execution = z.infer<typeof executionSchema>;
export const executionListSchema = z.object({
  executions: z.array(executionSchema),
  /** Asks for the page behind it; null where there is none. */
  next: z.nullable(z.string()),
});

const stepRunSchema = z.object({
  name: z.string(),
  displayName: z.nullable(z.string()),
  status,
  started: z.nullable(moment),
  ended: z.nullable(moment),
  failureReason: z.nullable(z.string()),
  attempts: z.number(),
  /** The execution whose result was reused, null where the step itself ran. */
  cachedFrom: z.nullable(z.string()),
  /** By which a callback that waits is answered; null for all else. */
  callbackToken: z.nullable(z.string()),
  /** A Condition's `True` or `False`. */
  outcome: z.nullable(z.string()),
  /** ARN of the job, model or function behind the step. */
  arn: z.nullable(z.string()),
  /** The outputs that AWS tells of in the step list: Lambda's and Callback's. */
  outputs: z.array(z.object({ name: z.string(), value: z.string() })),
  /** AWS's `Metadata` whole, as JSON text, for what stands in no field of its own. */
  metadata: z.nullable(z.string()),
});
export type StepRun = z.infer<typeof stepRunSchema>;
/** In the order in which the steps started. */
export const stepListSchema = z.object({ steps: z.array(stepRunSchema) });

export const stepDetailsRequest = z.object({
  ...executionRequest.shape,
  step: z.string().check(z.minLength(1), z.maxLength(256)),
});

/** What a step was sent and what it gave. */
export const stepDetailsSchema = z.object({
  /** `Arguments` with every expression resolved, as JSON text; null where the target does not tell. */
  request: z.nullable(z.string()),
  /** What the handler of a Lambda step printed in the local region; null where none was run. */
  log: z.nullable(z.string()),
  /** Each try of it, the first one first; null where the target tells only how many there were. */
  attempts: z.nullable(z.array(z.object({ began: moment, ended: z.nullable(moment), reason: z.nullable(z.string()) }))),
  /** By printed path behind `Steps.NAME.` (`OutputParameters.train_path`), values as JSON text; one may be a whole structure. */
  outputs: z.array(z.object({ path: z.string(), value: z.string() })),
});
export type StepDetails = z.infer<typeof stepDetailsSchema>;

export const stepLogRequest = z.object({
  ...stepDetailsRequest.shape,
  /** Of the answer before it. */
  next: z.optional(z.string().check(z.maxLength(8192))),
  /** Only what was written since, in milliseconds since 1970. */
  after: z.optional(z.number().check(z.int(), z.gte(0))),
});

/** What the code behind a step wrote, oldest first. */
export const stepLogSchema = z.object({
  /** The log group it is read from, or the local region; null where such a step has no log. */
  where: z.nullable(z.string()),
  lines: z.array(z.object({ id: z.string(), at: z.nullable(moment), text: z.string() })),
  /** Asks for what follows; null where there is no more so far. */
  next: z.nullable(z.string()),
});
export type StepLog = z.infer<typeof stepLogSchema>;

export const parameterListSchema = z.object({ parameters: z.array(parameterValueSchema) });
export const executionDefinitionSchema = z.object({ definition: z.string(), created: z.nullable(moment) });
