/** The operations behind the door: parse by contract, call, answer. Knows no port, no socket and no AWS. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppError } from "../../contract/appError";
import { checkedRequest } from "../../contract/checkedRequest";
import { OperationError } from "../../contract/operationError";
import { type OperationName, operations } from "../../contract/operations";
import { proxyHeader } from "../../contract/session";
import { bodyLimit as largestBody } from "../door/door";
import { handlers } from ".";
import type { Caller, OperationContext } from "./operation";
import { statusOf } from "./status";

/** Makes the handler of `POST /api/NAME`. It trusts that the door stands before it. */
export function createApp(context: OperationContext): Hono {
  const app = new Hono();
  const tooLarge: AppError = { kind: "tooLarge", name: "BodyTooLarge", message: "More than 2 MiB were sent." };
  app.use(bodyLimit({ maxSize: largestBody, onError: () => failure(tooLarge) }));
  for (const name of Object.keys(operations) as OperationName[]) {
    app.post(`/api/${name}`, async ({ req }) => {
      const request = checkedRequest(name, await readBody(req.raw));
      try {
        // The table pairs each schema with its handler; a union of pairs is more than the compiler can follow.
        const handle = handlers[name] as (
          request: unknown,
          context: OperationContext,
          caller: Caller,
        ) => Promise<unknown>;
        // Two headers of this name are read as one text, which is no secret.
        const proxied = context.proxy?.isSecret(req.header(proxyHeader) ?? "") ?? false;
        return answer(200, await handle(request, context, { proxied }));
      } catch (thrown) {
        const error = errorOf(thrown, name);
        if ((error.kind === "credentials" || error.hindrance === "credentials") && "target" in request)
          context.regions.forget(request.target);
        return failure(error);
      }
    });
  }
  app.notFound(() => failure({ kind: "request", name: "UnknownOperation", message: "There is no such operation." }));
  app.onError((thrown) => failure(errorOf(thrown, "unknown")));
  return app;
}

async function readBody(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}

/** A bug on this side is told to the page by its message alone; the terminal gets the rest. */
function errorOf(thrown: unknown, operation: string): AppError {
  if (thrown instanceof OperationError) return thrown.error;
  console.error(thrown);
  const message = thrown instanceof Error ? thrown.message : "The server could not do this.";
  return { kind: "unexpected", name: thrown instanceof Error ? thrown.name : "Unknown", message, operation };
}

function failure(error: AppError): Response {
  return answer(statusOf(error), { error });
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}
