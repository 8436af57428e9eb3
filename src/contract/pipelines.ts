import { moment, requestToken, z } from "./schema";
import { targetSchema } from "./targetSchema";

/** A pipeline's name or ARN (those shared by another account go by ARN). */
const pipeline = z.string().check(z.minLength(1), z.maxLength(2048));

export const pipelineRequest = z.object({ target: targetSchema, pipeline });
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

export const pipelineSummarySchema = z.object({ ...told, lastExecution: z.nullable(moment) });
export type PipelineSummary = z.infer<typeof pipelineSummarySchema>;
export const pipelineListSchema = z.object({ pipelines: z.array(pipelineSummarySchema) });

export const pipelineSchema = z.object({
  ...told,
  status: z.nullable(z.string()),
  definition: z.string(),
  maxParallelSteps: z.nullable(z.number()),
  lastModifiedBy: z.nullable(z.string()),
});
export type DescribedPipeline = z.infer<typeof pipelineSchema>;

export const pipelineArnSchema = z.object({ pipelineArn: z.string() });
