import { z } from "./schema";

/** A problem as it is told to others: to the page by the server, to scripts by the command line. */
export const problemSchema = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  /** The step it belongs to, null where it belongs to none. */
  step: z.nullable(z.string()),
  path: z.string(),
  message: z.string(),
});
export type ReportedProblem = z.infer<typeof problemSchema>;
