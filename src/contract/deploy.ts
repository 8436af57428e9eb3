import type { DefinitionChanges } from "../pipeline/compare/changes";
import { appErrorSchema } from "./appErrorSchema";
import { problemSchema } from "./problem";
import { moment, requestToken, text, z } from "./schema";
import { targetSchema } from "./targetSchema";

export const pipelineName = z.string().check(z.maxLength(256), z.regex(/^[A-Za-z0-9](?:-*[A-Za-z0-9])*$/));

/** A bucket's name (S3, *Rules for naming buckets*). */
const bucketName = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/));

const tag = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(128)),
  value: z.string().check(z.maxLength(256)),
});
export type Tag = z.infer<typeof tag>;

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
  /** All tags that are wanted. One that was deployed from here and is no longer wanted is taken away, no other is. */
  tags: z.optional(z.array(tag).check(z.maxLength(50))),
  /** Where a definition goes that is too large to be sent by itself. */
  bucket: z.optional(bucketName),
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

const tagChange = z.object({ key: z.string(), before: z.nullable(z.string()), after: z.nullable(z.string()) });

/** What stands beside the definition, where it is to be another. */
const settingsShape = { role: setting, parallelism: setting, displayName: setting, description: setting };

/** Where both have changed the same since the last deploy from here, as JSON text; null where there is nothing. */
const contested = z.object({
  step: z.nullable(z.string()),
  field: z.string(),
  base: z.nullable(z.string()),
  there: z.nullable(z.string()),
  here: z.nullable(z.string()),
});

/** What someone else changed since the last deploy from here, and this deploy would undo. */
const driftSchema = z.object({
  /** Changes there that are not here: before, as it is there; after, as this deploy makes it. */
  takenBack: z.object({ ...changesShape, ...settingsShape }),
  contested: z.array(contested),
  /** The definition with their changes kept; where both changed the same, as it is here. */
  merged: text,
});
export type Drift = z.infer<typeof driftSchema>;

export const planSchema = z.object({
  kind: z.enum(["create", "update", "none"]),
  pipelineName: z.string(),
  /** Stands for what is deployed now and for all that is to be written; `deploy` takes only the plan that still fits. */
  fingerprint: z.string(),
  deployed: z.nullable(
    z.object({ arn: z.string(), lastModified: z.nullable(z.string()), lastModifiedBy: z.nullable(z.string()) }),
  ),
  ...changesShape,
  ...settingsShape,
  tags: z.array(tagChange),
  /** What the changes come to, in sentences, what touches security first. */
  meanings: z.array(z.object({ security: z.boolean(), step: z.nullable(z.string()), sentence: z.string() })),
  /** When this pipeline was deployed from here last; null where that is not known. */
  lastFromHere: z.nullable(moment),
  /** Null where nobody changed it since then, or where that is not known. */
  drift: z.nullable(driftSchema),
  /** The object that a large definition is uploaded to first; null where it is sent by itself. */
  upload: z.nullable(
    z.object({
      /** Null where none is named yet. */
      bucket: z.nullable(z.string()),
      key: z.string(),
      bytes: z.number(),
      /** Why it cannot go into that bucket, null where it can. */
      trouble: z.nullable(z.string()),
      /** A bucket to offer where none is named. */
      suggested: z.nullable(z.string()),
    }),
  ),
  /** The same rules as in the page, run by the server. */
  problems: z.array(problemSchema),
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
  /** Why the tags are not as the plan has them, though all else is; null where they are. */
  tagsFailed: z.nullable(appErrorSchema),
});
export type Deployed = z.infer<typeof deployedSchema>;
