import type { appErrorSchema } from "./appErrorSchema";
import type { ErrorKind } from "./errorKinds";
import type { z } from "./schema";

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

export type { ErrorKind };

export type AppError = z.infer<typeof appErrorSchema>;
