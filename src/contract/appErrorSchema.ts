import { errorKinds } from "./errorKinds";
import { problemSchema } from "./problem";
import { z } from "./schema";

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

/** What the server answers when an operation fails. */
export const failureSchema = z.object({ error: appErrorSchema });
