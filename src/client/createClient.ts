import { type AppError, failureSchema } from "../contract/appError";
import { type OperationName, operations, type RequestOf, type ResponseOf, type Result } from "../contract/operations";
import { tokenHeader } from "../contract/session";

export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** One method per operation of the contract. A call never throws: what fails comes back as an AppError. */
export type Client = {
  readonly [Name in OperationName]: (
    request: RequestOf<Name>,
    options?: CallOptions,
  ) => Promise<Result<ResponseOf<Name>>>;
};

export interface ClientOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly token: () => string | null;
  /** The server did not take this token: it was restarted since. */
  readonly tokenRefused?: (token: string) => void;
}

function failed(error: AppError): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error };
}

/** Makes the typed calls to the local server that the page came from. */
export function createClient(options: ClientOptions): Client {
  const call = async (
    name: OperationName,
    request: unknown,
    { signal }: CallOptions = {},
  ): Promise<Result<unknown>> => {
    const token = options.token();
    if (token === null && name !== "session") {
      return failed({ kind: "session", name: "NoSession", message: "This tab has no session.", operation: name });
    }
    let response: Response;
    let body: unknown;
    try {
      response = await options.fetch(`/api/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token === null ? {} : { [tokenHeader]: token }) },
        body: JSON.stringify(request),
        signal,
        credentials: "omit",
        cache: "no-store",
      });
      body = await readBody(response);
    } catch (thrown) {
      return failed(unanswered(thrown, name, signal));
    }
    if (response.ok) {
      const parsed = operations[name].response.safeParse(body);
      return parsed.success ? { ok: true, value: parsed.data } : failed(misread(name, response.status));
    }
    const failure = failureSchema.safeParse(body);
    const error = failure.success ? failure.data.error : misread(name, response.status);
    if (error.kind === "session" && token !== null) options.tokenRefused?.(token);
    return failed(error);
  };
  // The table names every operation, so the methods made from it are the client's; the compiler cannot follow a loop.
  return Object.fromEntries(
    (Object.keys(operations) as OperationName[]).map((name) => [
      name,
      (request: unknown, callOptions?: CallOptions) => call(name, request, callOptions),
    ]),
  ) as unknown as Client;
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unanswered(thrown: unknown, operation: string, signal?: AbortSignal): AppError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (signal?.aborted === true) return { kind: "cancelled", name: "Cancelled", message, operation };
  return { kind: "unreachable", name: "ServerUnreachable", message, operation };
}

function misread(operation: string, status: number): AppError {
  const message = `The local server gave an answer that the page does not understand (status ${status}).`;
  return { kind: "unexpected", name: "UnreadableAnswer", message, operation, status };
}
