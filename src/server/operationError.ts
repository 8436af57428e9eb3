import type { AppError } from "../contract/appError";

/** A failed operation: thrown anywhere behind the door, answered as the data it carries. */
export class OperationError extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.message);
    this.name = "OperationError";
    this.error = error;
  }
}

const statuses: Partial<Record<AppError["kind"], number>> = {
  notFound: 404,
  conflict: 409,
  stale: 409,
  limit: 429,
  throttled: 429,
  code: 403,
  credentials: 424,
  accessDenied: 424,
  network: 502,
  uncertain: 502,
  unsupported: 501,
  tooLarge: 413,
  unexpected: 500,
};

/** The HTTP status for an error; the page reads the error, scripts and logs read the status. */
export function statusOf(error: AppError): number {
  return statuses[error.kind] ?? 400;
}
