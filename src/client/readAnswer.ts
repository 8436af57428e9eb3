import type { AppError } from "../contract/appError";
import { failureSchema } from "../contract/appErrorSchema";
import { type OperationName, operations, type Result } from "../contract/operations";

/** Holds an answer against the contract. Fetched with the first call: the page is drawn without it. */
export function readAnswer(
  name: OperationName,
  { ok, status }: { readonly ok: boolean; readonly status: number },
  body: unknown,
): Result<unknown> {
  if (ok) {
    const parsed = operations[name].response.safeParse(body);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, error: misread(name, status) };
  }
  const failure = failureSchema.safeParse(body);
  return { ok: false, error: failure.success ? failure.data.error : misread(name, status) };
}

function misread(operation: string, status: number): AppError {
  const message = `The local server gave an answer that the page does not understand (status ${status}).`;
  return { kind: "unexpected", name: "UnreadableAnswer", message, operation, status };
}
