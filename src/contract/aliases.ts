import { pipelineRequest } from "./pipelines";
import { moment, z } from "./schema";
import { targetSchema } from "./targetSchema";

/** 1 to 128 letters, digits, dots, hyphens and underscores, not digits alone (developer guide, *Pipeline version aliases*). */
export const aliasPattern = /^(?!\d+$)[A-Za-z0-9._-]{1,128}$/;

export const listAliasesRequest = pipelineRequest;
export const aliasListSchema = z.object({
  pipelineArn: z.string(),
  aliases: z.array(z.object({ name: z.string(), version: z.number() })),
  /** Those that an alias can be given, the newest first. */
  versions: z.array(z.object({ id: z.number(), created: z.nullable(moment) })),
});
export type AliasList = z.infer<typeof aliasListSchema>;

export const moveAliasRequest = z.object({
  target: targetSchema,
  pipelineArn: z.string().check(z.minLength(1), z.maxLength(2048)),
  alias: z.string().check(z.regex(aliasPattern)),
  /** The version that has it as it was seen, null where none has. */
  from: z.nullable(z.number().check(z.int(), z.gte(1))),
  /** Null takes the alias away. */
  to: z.nullable(z.number().check(z.int(), z.gte(1))),
});
export const movedAliasSchema = z.object({ version: z.nullable(z.number()) });
