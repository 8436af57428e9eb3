import { moment, requestToken, z } from "./schema";
import { targetSchema } from "./targetSchema";

/** A pipeline's name or ARN (those shared by another account go by ARN). */
const pipeline = z.string().check(z.minLength(1), z.maxLength(2048));

export const pipelineRequest = z.object({ target: targetSchema, pipeline });
/** Without a version the newest is meant. `opens`: it is opened here, and what is edited goes on from it. */
export const describePipelineRequest = z.object({
  ...pipelineRequest.shape,
  version: z.optional(z.number().check(z.int(), z.gte(1))),
  opens: z.optional(z.boolean()),
});
export const deletePipelineRequest = z.object({ target: targetSchema, pipeline, token: requestToken });
export const listPipelinesRequest = z.object({ target: targetSchema, prefix: z.optional(z.string()) });

/** What both the list and the description of a pipeline tell. */
const told = {
  name: z.string(),
  arn: z.string(),
  displayName: z.nullable(z.string()),
  description: z.nullable(z.string()),
  roleArn: z.nullable(z.string()),
  created: z.nullable(moment),
  lastModified: z.nullable(moment),
};

const pipelineSummarySchema = z.object({ ...told, lastExecution: z.nullable(moment) });
export type PipelineSummary = z.infer<typeof pipelineSummarySchema>;
export const pipelineListSchema = z.object({ pipelines: z.array(pipelineSummarySchema) });

const pipelineSchema = z.object({
  ...told,
  status: z.nullable(z.string()),
  definition: z.string(),
  maxParallelSteps: z.nullable(z.number()),
  lastModifiedBy: z.nullable(z.string()),
});
export type DescribedPipeline = z.infer<typeof pipelineSchema>;

/** A definition as it was deployed at one time. */
const pipelineVersionSchema = z.object({
  id: z.number(),
  displayName: z.nullable(z.string()),
  description: z.nullable(z.string()),
  aliases: z.array(z.string()),
  created: z.nullable(moment),
});
export type DeployedVersion = z.infer<typeof pipelineVersionSchema>;
/** The newest first. */
export const versionListSchema = z.object({ versions: z.array(pipelineVersionSchema), more: z.boolean() });

export const deployedPipelineSchema = z.extend(pipelineSchema, {
  /** What was deployed from this computer last, or opened here; null where nothing was. */
  lastHere: z.nullable(z.object({ definition: z.string(), lastModified: z.nullable(moment) })),
});

export const pipelineArnSchema = z.object({ pipelineArn: z.string() });
