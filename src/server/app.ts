/** The operations behind the door: parse by contract, call, answer. Knows no port, no socket and no AWS. */
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppError } from "../contract/appError";
import { type OperationName, operations } from "../contract/operations";
import type { Regions } from "./aws/regions";
import type { Check } from "./deploy/deploy";
import { bodyLimit as largestBody } from "./door";
import { OperationError, statusOf } from "./operationError";
import { deployRoutes } from "./routes/deploy";
import { executionRoutes } from "./routes/executions";
import type { Handlers } from "./routes/handlers";
import { pipelineRoutes } from "./routes/pipelines";
import { type SessionOptions, sessionRoutes } from "./routes/session";

export interface AppOptions extends SessionOptions {
  readonly regions: Regions;
  /** The product's own rules, run once more before anything is written. */
  readonly check: Check;
}

/** Makes the handler of `POST /api/NAME`. It trusts that the door stands before it. */
export function createApp({ regions, check, ...session }: AppOptions): Hono {
  const handlers: Handlers = {
    ...sessionRoutes(session),
    targets: () => regions.targets(),
    ...deployRoutes(regions, check),
    ...pipelineRoutes(regions),
    ...executionRoutes(regions),
  };
  const app = new Hono();
  const tooLarge: AppError = { kind: "tooLarge", name: "BodyTooLarge", message: "More than 2 MiB were sent." };
  app.use(bodyLimit({ maxSize: largestBody, onError: () => failure(tooLarge) }));
  for (const name of Object.keys(operations) as OperationName[]) {
    app.post(`/api/${name}`, async ({ req }) => {
      const parsed = operations[name].request.safeParse(await readBody(req.raw));
      if (!parsed.success) return failure(malformed(name, parsed.error.issues));
      try {
        // The table pairs each schema with its handler; a union of pairs is more than the compiler can follow.
        const handle = handlers[name] as (request: unknown) => Promise<unknown>;
        return answer(200, await handle(parsed.data));
      } catch (thrown) {
        const error = errorOf(thrown, name);
        if (error.kind === "credentials" && "target" in parsed.data) regions.forget(parsed.data.target);
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

function malformed(
  operation: string,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
) {
  const [first] = issues;
  const where = first === undefined || first.path.length === 0 ? "the request" : first.path.map(String).join(".");
  const message = `Something is wrong with ${where}: ${first?.message ?? "it cannot be read"}`;
  return { kind: "request", name: "MalformedRequest", message, operation } as const;
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
