import type { AppError } from "../contract/appError";
import type { OperationName, RequestOf, ResponseOf, Result } from "../contract/operations";
import { tokenHeader } from "../contract/session";
import { readSession } from "./readSession";

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

/** What holds answers against the contract. It comes with the first call that needs it, beside the canvas. */
const loadReader = () => import("./readAnswer");

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
      // Before anything is sent: a page that cannot read the answer must have no effect. A session that is made has none.
      if (name !== "session") await loadReader();
      // Below the page's own address, wherever a proxy has put it.
      response = await options.fetch(`api/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(token === null ? {} : { [tokenHeader]: token }) },
        body: JSON.stringify(request),
        signal,
        // A proxy knows the person by its cookies (JupyterLab); the server itself reads none.
        credentials: "same-origin",
        cache: "no-store",
      });
      body = await readBody(response);
    } catch (thrown) {
      return failed(unanswered(thrown, name, signal));
    }
    const session = name === "session" && response.ok ? readSession(body) : null;
    if (session !== null) return { ok: true, value: session };
    let result: Result<unknown>;
    try {
      result = (await loadReader()).readAnswer(name, response, body);
    } catch (thrown) {
      return failed(unanswered(thrown, name, signal));
    }
    if (!result.ok && result.error.kind === "session" && token !== null) options.tokenRefused?.(token);
    return result;
  };
  // Any name is a method: the table that names the operations comes with the first call, and the compiler knows it already. An object
  // with a method `then` would be taken for a promise.
  return new Proxy({} as Client, {
    get: (_, name) =>
      typeof name === "symbol" || name === "then"
        ? undefined
        : (request: unknown, callOptions?: CallOptions) => call(name as OperationName, request, callOptions),
  });
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
