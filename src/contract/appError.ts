import { problemSchema } from "./problem";
import { z } from "./schema";

/**
 * What went wrong, as data; `toDisplayError` has the words.
 * notFound … network: what AWS said or how it could not be reached · stale: what is deployed changed since the plan ·
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
  "unsupported",
  "stale",
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
  /** Only with `problems`. */
  problems: z.optional(z.array(problemSchema)),
});
export type AppError = z.infer<typeof appErrorSchema>;

/** What the server answers when an operation fails. */
export const failureSchema = z.object({ error: appErrorSchema });
