import { text, z } from "./schema";
import { targetSchema } from "./targetSchema";

/** What of an account a field can name. */
const resourceKinds = [
  "role",
  "function",
  "location",
  "image",
  "queue",
  "modelPackageGroup",
  "endpoint",
  "pipeline",
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const listResourcesRequest = z.object({
  target: targetSchema,
  kind: z.enum(resourceKinds),
  /** What was typed; of a location and an image, what to look inside of. */
  search: z.string().check(z.maxLength(1024)),
});

export const targetAccountRequest = z.object({ target: targetSchema });
/** Whose the target is: what ARNs there begin with. */
export const targetAccountSchema = z.object({ account: z.string(), region: z.string() });

const resource = z.object({
  /** What a field takes. */
  value: z.string(),
  label: z.string(),
  about: z.nullable(z.string()),
  /** A search that lists what is in it; null where nothing is. */
  inside: z.nullable(z.string()),
});
export type Resource = z.infer<typeof resource>;
export const resourceListSchema = z.object({ resources: z.array(resource), more: z.boolean() });

const named = z.object({
  kind: z.enum(["function", "image", "bucket", "queue", "role"]),
  name: z.string().check(z.maxLength(2048)),
});
export type NamedResource = z.infer<typeof named>;

const needed = z.object({
  actions: z.array(z.string()).check(z.maxLength(50)),
  resources: z.array(z.string()).check(z.maxLength(200)),
  /** The service that a role is handed to. */
  passedTo: z.nullable(z.string()),
});
export type NeededPermission = z.infer<typeof needed>;

export const preflightRequest = z.object({
  target: targetSchema,
  roleArn: z.string().check(z.minLength(20), z.maxLength(2048)),
  named: z.array(named).check(z.maxLength(300)),
  needed: z.array(needed).check(z.maxLength(100)),
});
export type PreflightRequest = z.infer<typeof preflightRequest>;

const finding = z.object({
  /** The role is there · SageMaker may assume it · the caller may pass it · it is allowed what steps need · what a step names is there. */
  about: z.enum(["roleExists", "roleTrusts", "mayPass", "allowed", "exists"]),
  kind: z.nullable(named.shape.kind),
  /** What is asked about: an ARN, a name, an action on a resource. */
  name: z.string(),
  answer: z.enum(["yes", "no", "unseen"]),
  /** In AWS's words, where it has any. */
  why: z.nullable(text),
});
export type Finding = z.infer<typeof finding>;

export const preflightSchema = z.object({
  /** Who asks; null where that could not be learnt. */
  caller: z.nullable(z.object({ account: z.string(), arn: z.string() })),
  findings: z.array(finding),
});
export type Preflight = z.infer<typeof preflightSchema>;
