import type { AppError } from "../../contract/appError";

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
  broken: 502,
  timeout: 504,
  unreadable: 502,
  service: 502,
  uncertain: 502,
  storage: 507,
  overtaken: 409,
  unsupported: 501,
  tooLarge: 413,
  unexpected: 500,
};

/** The HTTP status for an error; the page reads the error, scripts and logs read the status. */
export function statusOf(error: AppError): number {
  return statuses[error.kind] ?? 400;
}
