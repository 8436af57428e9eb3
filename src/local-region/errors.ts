/** What the local region answers when it refuses: SageMaker's error codes (pipeline-definition 6.1). */
export type ErrorCode =
  | "ValidationException"
  | "ResourceNotFound"
  | "ConflictException"
  | "SerializationException"
  | "UnknownOperationException"
  | "MissingAuthenticationTokenException";

export class ServiceError extends Error {
  readonly code: ErrorCode;
  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
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
