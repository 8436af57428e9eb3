/**
 * A call with a token, which the service does once however often it arrives: in doubt it is sent again with the same token, and the answer
 * to that tells what became of it.
 */
import { type AppError, leavesDoubt } from "../../contract/appError";
import { OperationError } from "../../contract/operationError";
import { calling, inWords } from "./awsError";
import type { Region } from "./region";
import { pause } from "./timeLimits";

export interface Sending<T> {
  readonly operation: string;
  /** Throws where the answer is none of this operation. */
  readonly send: () => Promise<T>;
  /** What a refusal of the second sending says about the first; null where it says nothing. */
  readonly settle?: (refusal: AppError) => Promise<T | null>;
}

export async function sendOnce<T>({ pauses }: Region, { operation, send, settle }: Sending<T>): Promise<T> {
  const first = await attempt(operation, send);
  if (first.ok) return first.value;
  if (!leavesDoubt(first.error)) throw new OperationError(first.error);
  let last = first.error;
  for (const wait of pauses) {
    await pause(wait);
    const again = await attempt(operation, send);
    if (again.ok) return again.value;
    last = again.error;
    const settled = leavesDoubt(last) ? null : await settle?.(last);
    if (settled != null) return settled;
    // A second time in vain over the whole of the time limit is enough.
    if (last.kind === "timeout" || last.kind === "credentials" || last.kind === "accessDenied") break;
  }
  const message = `${inWords(first.error)} Sent again, the answer was ${inWords(last)}`;
  throw new OperationError({ kind: "uncertain", name: "OutcomeUncertain", message, operation, hindrance: last.kind });
}

type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

async function attempt<T>(operation: string, send: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await calling(operation, send) };
  } catch (thrown) {
    if (!(thrown instanceof OperationError)) throw thrown;
    return { ok: false, error: asRefusal(thrown.error) };
  }
}

/** Every service names its refusals. An answer without a name is a gateway's: what became of the request is not known. */
function asRefusal(error: AppError): AppError {
  const isNameless = error.status !== undefined && (error.name === "Unknown" || error.name === "Error");
  return isNameless ? { ...error, kind: "unreadable" } : error;
}
