import type { DefinitionChanges } from "../pipeline/compare/changes";
import { problemSchema } from "./problem";
import { requestToken, text, z } from "./schema";
import { targetSchema } from "./targetSchema";

export const pipelineName = z.string().check(z.maxLength(256), z.regex(/^[A-Za-z0-9](?:-*[A-Za-z0-9])*$/));

/** All that a deploy writes. */
const intentShape = {
  target: targetSchema,
  pipelineName,
  /** The definition as text, exactly as it is to be stored. */
  definition: text,
  roleArn: z.string().check(z.minLength(20), z.maxLength(2048)),
  /** Null for no limit: one that is deployed is taken away. Left out, it stays as it is, as with what follows. */
  maxParallelSteps: z.optional(z.nullable(z.number().check(z.int(), z.gte(1)))),
  displayName: z.optional(z.string().check(z.maxLength(256))),
  description: z.optional(z.string().check(z.maxLength(3072))),
};
export const planRequest = z.object(intentShape);
export type DeployIntent = z.infer<typeof planRequest>;

const fieldChange = z.object({
  path: z.string(),
  before: z.nullable(z.string()),
  after: z.nullable(z.string()),
  sensitive: z.boolean(),
});
const itemChange = z.object({
  name: z.string(),
  type: z.string(),
  change: z.enum(["added", "removed", "changed"]),
  fields: z.array(fieldChange),
});
const stepSlot = z.nullable(z.object({ container: z.string(), slot: z.string() }));
const stepChange = z.extend(itemChange, {
  renamedFrom: z.nullable(z.string()),
  moved: z.nullable(z.object({ from: stepSlot, to: stepSlot })),
});

/** What `pipeline/compare` tells: its types are the measure, and what is missing here does not compile. */
const changesShape: { [Key in keyof DefinitionChanges]: z.ZodMiniType<DefinitionChanges[Key]> } = {
  steps: z.array(stepChange),
  parameters: z.array(itemChange),
  definition: z.array(fieldChange),
  order: z.nullable(z.object({ before: z.string(), after: z.string() })),
};

/** A value that stands beside the definition, before and after; null where there is none. */
const setting = z.nullable(z.object({ before: z.nullable(z.string()), after: z.nullable(z.string()) }));

export const planSchema = z.object({
  kind: z.enum(["create", "update", "none"]),
  pipelineName: z.string(),
  /** Stands for what is deployed now and for all that is to be written; `deploy` takes only the plan that still fits. */
  fingerprint: z.string(),
  deployed: z.nullable(
    z.object({ arn: z.string(), lastModified: z.nullable(z.string()), lastModifiedBy: z.nullable(z.string()) }),
  ),
  ...changesShape,
  role: setting,
  parallelism: setting,
  displayName: setting,
  description: setting,
  /** The same rules as in the page, run by the server. */
  problems: z.array(problemSchema),
  /** Why this plan cannot be carried out at this target, null where it can. */
  refusal: z.nullable(z.string()),
});
export type Plan = z.infer<typeof planSchema>;

export const deployRequest = z.object({
  ...intentShape,
  /** The fingerprint of the plan that was approved. */
  approved: z.string(),
  /** Deploy although the definition has problems of severity error. */
  anyway: z.optional(z.boolean()),
  token: requestToken,
});

export const deployedSchema = z.object({
  outcome: z.enum(["created", "updated", "unchanged"]),
  pipelineArn: z.string(),
  versionId: z.nullable(z.number()),
  lastModified: z.nullable(z.string()),
  /** Versions that someone else deployed between the last look and this write, which now stands over them. */
  over: z.array(z.number()),
});
export type Deployed = z.infer<typeof deployedSchema>;
