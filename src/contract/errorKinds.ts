/**
 * What went wrong, as data; `toDisplayError` has the words.
 * notFound … validation, unsupported: what AWS said · network: it could not be reached, nothing was sent · broken: the connection ended
 * before the answer was there · timeout: no answer in time · unreadable: an answer that is not SageMaker's, as a proxy's page ·
 * service: a fault on the service's own side · storage: the local region cannot keep its state, nothing was written ·
 * stale: what is deployed changed since the plan · overtaken: ours was written, and someone else wrote right after ·
 * uncertain: the write's outcome is not known · problems: the definition has errors · tooLarge: the definition must go through S3 ·
 * file: a file of the opened folder, its name says what is wrong ·
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
  "file",
  "session",
  "code",
  "unreachable",
  "request",
  "cancelled",
  "unexpected",
] as const;
export type ErrorKind = (typeof errorKinds)[number];
