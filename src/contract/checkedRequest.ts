import { OperationError } from "./operationError";
import { type OperationName, operations, type RequestOf } from "./operations";

/** A request as the contract knows it; throws an OperationError that says where it is wrong. */
export function checkedRequest<Name extends OperationName>(name: Name, request: unknown): RequestOf<Name> {
  const parsed = operations[name].request.safeParse(request);
  if (parsed.success) return parsed.data as RequestOf<Name>;
  const [first] = parsed.error.issues;
  const where = first?.path.map(String).join(".") || "the request";
  const message = `Something is wrong with ${where}: ${first?.message ?? "it cannot be read"}`;
  throw new OperationError({ kind: "request", name: "MalformedRequest", message, operation: name });
}
