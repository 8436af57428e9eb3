/** What the local region answers when it refuses: SageMaker's error codes. */
import { StateFault } from "./state/stateFault";

export type ErrorCode =
  | "ValidationException"
  | "ResourceNotFound"
  | "ConflictException"
  | "SerializationException"
  | "UnknownOperationException"
  | "MissingAuthenticationTokenException"
  // Ours: the service has no folder that could be full.
  | "LocalStateException";

export class ServiceError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What was thrown, as a refusal; null for a bug. */
export function toServiceError(thrown: unknown): ServiceError | null {
  if (thrown instanceof StateFault) return new ServiceError("LocalStateException", thrown.message);
  return thrown instanceof ServiceError ? thrown : null;
}

export function invalid(message: string): ServiceError {
  return new ServiceError("ValidationException", message);
}

export function notFound(message: string): ServiceError {
  return new ServiceError("ResourceNotFound", message);
}

export function conflict(message: string): ServiceError {
  return new ServiceError("ConflictException", message);
}
