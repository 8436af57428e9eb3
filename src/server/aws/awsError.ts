/** What the AWS SDK throws, as data. Its classes cover few of the errors that occur, so names decide. */
import type { AppError, ErrorKind } from "../../contract/appError";
import { OperationError } from "../../contract/operationError";

const kindsByName: Readonly<Record<string, ErrorKind>> = {
  ResourceNotFound: "notFound",
  ResourceNotFoundException: "notFound",
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
  TimeoutError: "network",
  RequestTimeout: "network",
  NetworkingError: "network",
  UnknownOperationException: "unsupported",
  NotImplemented: "unsupported",
};
const networkCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "CERT_HAS_EXPIRED",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

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
  const byName = kindsByName[name];
  // SageMaker's older operations have no error of their own for it: `ValidationException: Could not find model …`.
  if (byName === "validation" && /^could not find\b/i.test(message)) return "notFound";
  if (byName !== undefined) return byName;
  if (typeof code === "string" && networkCodes.has(code)) return "network";
  const status = $metadata?.httpStatusCode ?? 0;
  // Something that is no SageMaker answered, or one that does not know the operation: HTML where JSON should be.
  if (name === "SyntaxError") return "unsupported";
  if (status >= 500) return "network";
  if (status === 429) return "throttled";
  if (status === 401) return "credentials";
  if (status === 403) return "accessDenied";
  return status >= 400 ? "validation" : "unexpected";
}

/** Tells what an AWS call threw. Credentials stand in none of AWS's texts, so the text is kept. */
export function toAppError(thrown: unknown, operation: string): AppError {
  if (!isThrown(thrown)) return { kind: "unexpected", name: "Unknown", message: String(thrown), operation };
  const { requestId, httpStatusCode } = thrown.$metadata ?? {};
  return {
    kind: kindOf(thrown),
    name: thrown.name,
    message: thrown.message || thrown.name,
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
    throw new OperationError(toAppError(thrown, operation));
  }
}
