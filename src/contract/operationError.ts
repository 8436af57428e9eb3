import type { AppError } from "./appError";

/** A failed operation: thrown anywhere behind the door, answered as the data it carries. */
export class OperationError extends Error {
  readonly error: AppError;
  constructor(error: AppError) {
    super(error.message);
    this.name = "OperationError";
    this.error = error;
  }
}
