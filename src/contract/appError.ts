import { problemSchema } from "./problem";
import { z } from "./schema";

/**
 * What went wrong, as data; `toDisplayError` has the words.
 * notFound … validation, unsupported: what AWS said · network: it could not be reached, nothing was sent · broken: the connection ended
 * before the answer was there · timeout: no answer in time · unreadable: an answer that is not SageMaker's, as a proxy's page ·
 * service: a fault on the service's own side · storage: the local region cannot keep its state, nothing was written ·
 * stale: what is deployed changed since the plan · overtaken: ours was written, and someone else wrote right after ·
 * uncertain: the write's outcome is not known · problems: the definition has errors · tooLarge: the definition must go through S3 ·
 * session: the page has no valid token · code: the launch code is used up, old or wrong · unreachable: no local server answers ·
 * request: the page asked for something malformed · cancelled: the caller gave up · unexpected: anything else.
 */
export const errorKinds = [
  "notFound",
  "conflict",
  "limit",
  "credentials",
  "accessDenied",
  "throttled",
  "validation",
  "network",
  "broken",
  "timeout",
  "unreadable",
  "service",
  "storage",
  "unsupported",
  "stale",
  "overtaken",
  "uncertain",
  "problems",
  "tooLarge",
  "session",
  "code",
  "unreachable",
  "request",
  "cancelled",
  "unexpected",
] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** After these a write may have had its effect all the same. */
const inDoubt: ReadonlySet<ErrorKind> = new Set([
  "broken",
  "timeout",
  "unreadable",
  "service",
  "uncertain",
  "unexpected",
  "unreachable",
  "cancelled",
]);

export function leavesDoubt({ kind }: { readonly kind: ErrorKind }): boolean {
  return inDoubt.has(kind);
}

export const appErrorSchema = z.object({
  kind: z.enum(errorKinds),
  /** The error's own name, AWS's where it is AWS's: `ValidationException`. */
  name: z.string(),
  /** The error's own text, AWS's unchanged where it is AWS's. */
  message: z.string(),
  /** AWS's operation, `CreatePipeline`, or ours where AWS was not called. */
  operation: z.optional(z.string()),
  requestId: z.optional(z.string()),
  status: z.optional(z.number()),
  /** After a write: it was read back, and what is deployed is what was there before. */
  unchanged: z.optional(z.boolean()),
  /** Only with `uncertain`: what kept the outcome from being read back. */
  hindrance: z.optional(z.enum(errorKinds)),
  /** Only with `problems`. */
  problems: z.optional(z.array(problemSchema)),
});
export type AppError = z.infer<typeof appErrorSchema>;

/** What the server answers when an operation fails. */
export const failureSchema = z.object({ error: appErrorSchema });
