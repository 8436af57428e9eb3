/** What the AWS SDK throws, as data. Its classes cover few of the errors that occur, so names decide. */

import type { AppError, ErrorKind } from "../../contract/appError";
import { OperationError } from "../../contract/operationError";
import { lookup } from "../../pipeline/definition/byName";

const kindsByName: Readonly<Record<string, ErrorKind>> = {
  ResourceNotFound: "notFound",
  ResourceNotFoundException: "notFound",
  // S3 and IAM, SQS, ECR.
  NoSuchBucket: "notFound",
  NoSuchEntity: "notFound",
  NoSuchEntityException: "notFound",
  NotFound: "notFound",
  QueueDoesNotExist: "notFound",
  "AWS.SimpleQueueService.NonExistentQueue": "notFound",
  RepositoryNotFoundException: "notFound",
  ImageNotFoundException: "notFound",
  ConflictException: "conflict",
  ResourceInUse: "conflict",
  ResourceLimitExceeded: "limit",
  ValidationException: "validation",
  ValidationError: "validation",
  SerializationException: "validation",
  AccessDeniedException: "accessDenied",
  AccessDenied: "accessDenied",
  UnauthorizedOperation: "accessDenied",
  ThrottlingException: "throttled",
  Throttling: "throttled",
  TooManyRequestsException: "throttled",
  RequestLimitExceeded: "throttled",
  ExpiredToken: "credentials",
  ExpiredTokenException: "credentials",
  RequestExpired: "credentials",
  UnrecognizedClientException: "credentials",
  InvalidClientTokenId: "credentials",
  InvalidSignatureException: "credentials",
  IncompleteSignature: "credentials",
  MissingAuthenticationToken: "credentials",
  CredentialsProviderError: "credentials",
  TokenProviderError: "credentials",
  ProviderError: "credentials",
  UnreadableAnswer: "unreadable",
  SyntaxError: "unreadable",
  TimeoutError: "timeout",
  RequestTimeout: "timeout",
  NetworkingError: "network",
  LocalStateException: "storage",
  UnknownOperationException: "unsupported",
  NotImplemented: "unsupported",
};
/** No connection came about, so nothing was sent. */
const unconnected = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);
/** The connection ended while the request or its answer was under way. */
const brokenOff = new Set(["ECONNRESET", "ECONNABORTED", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE"]);

interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly code?: unknown;
  readonly $metadata?: { readonly requestId?: string; readonly httpStatusCode?: number };
}

function isThrown(value: unknown): value is Thrown {
  return value instanceof Error;
}

function kindOf({ name, message, code, $metadata }: Thrown): ErrorKind {
  const byCode = typeof code === "string" ? kindByCode(code) : null;
  if (byCode !== null) return byCode;
  const byName = lookup(kindsByName, name);
  // The SDK's text where its `connectionTimeout` is over (`set-connection-timeout.js`).
  if (byName === "timeout" && /did not establish a connection/.test(message)) return "network";
  // SageMaker's older operations have no error of their own for it: `ValidationException: Could not find model …`.
  if (byName === "validation" && /^could not find\b/i.test(message)) return "notFound";
  if (byName !== undefined) return byName;
  const status = $metadata?.httpStatusCode ?? 0;
  if (status >= 500) return "service";
  if (status === 429) return "throttled";
  if (status === 401) return "credentials";
  if (status === 403) return "accessDenied";
  return status >= 400 ? "validation" : "unexpected";
}

/** The SDK gives some of these the name `TimeoutError`, so the code comes first. */
function kindByCode(code: string): ErrorKind | null {
  if (unconnected.has(code)) return "network";
  if (brokenOff.has(code)) return "broken";
  // Node's parser of HTTP: what came was none.
  return code.startsWith("HPE_") ? "unreadable" : null;
}

/**
 * AWS's text is kept, without what it repeats of the request's signature: `IncompleteSignatureException` and others have the whole
 * `Authorization` header in theirs.
 */
function withoutCredentials(text: string): string {
  return text
    .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{12,}\b/g, "(access key)")
    .replace(/Signature=[0-9a-f]{16,}/g, "Signature=(removed)")
    .replace(/(X-Amz-Security-Token["':= ]+)[A-Za-z0-9+/=]{16,}/gi, "$1(removed)");
}

/** Tells what an AWS call threw. */
export function toAppError(thrown: unknown, operation: string): AppError {
  if (!isThrown(thrown)) return { kind: "unexpected", name: "Unknown", message: String(thrown), operation };
  const { requestId, httpStatusCode } = thrown.$metadata ?? {};
  return {
    kind: kindOf(thrown),
    name: thrown.name,
    message: withoutCredentials(thrown.message || thrown.name),
    operation,
    ...(requestId === undefined ? {} : { requestId }),
    ...(httpStatusCode === undefined ? {} : { status: httpStatusCode }),
  };
}

/** Runs one AWS call; what it throws comes out as an OperationError. */
export async function calling<T>(operation: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    throw thrown instanceof OperationError ? thrown : new OperationError(toAppError(thrown, operation));
  }
}

/** What an answer of that operation always has; without it something else answered. */
export function answered(value: string | undefined, operation: string): string {
  if (value !== undefined && value !== "") return value;
  const message = "The answer lacks what the service always says.";
  throw new OperationError({ kind: "unreadable", name: "UnreadableAnswer", message, operation });
}

/** The error in a sentence of its own. */
export function inWords({ name, message }: AppError): string {
  return `${name}: ${/[.!?]$/.test(message) ? message : `${message}.`}`;
}
