/** The local region as a server of its own, for boto3, the AWS CLI and the Python SDK: what `stepwire local-region` runs. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createLocalRegion, type LocalRegion, type LocalRegionOptions, type RawResponse } from ".";
import { refusalOf } from "./entrance";
import { claimedFolder } from "./state/regionFolder";
import { saidOnce } from "./state/saidOnce";
import type { FolderChoice } from "./state/stateFault";

export interface ListenOptions extends Pick<LocalRegionOptions, "stepSeconds" | "handlers" | "webhooks" | "print"> {
  /** 0 for any free one. */
  readonly port: number;
  /** Where state is kept across restarts; left out: in memory. */
  readonly state?: FolderChoice;
  /** Hears what is wrong with the state folder, in lines for people. */
  readonly tell?: (line: string) => void;
}

export interface ListeningLocalRegion {
  readonly port: number;
  /** What clients take as their endpoint: `http://127.0.0.1:PORT`. */
  readonly endpoint: string;
  readonly close: () => Promise<void>;
}

const largestBody = 2 * 1024 * 1024;

/**
 * Listens on 127.0.0.1. Rejects with Node's error when the port is taken (`EADDRINUSE`), with a FolderHeldError where another process
 * works with the state folder. Whatever else is wrong with that one is told, and answered to each request until it is mended.
 */
export async function listenLocalRegion(options: ListenOptions): Promise<ListeningLocalRegion> {
  const { state, ...rest } = options;
  const tell = saidOnce(options.tell ?? (() => {}));
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 1000 });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  try {
    const folder = state === undefined ? null : claimedFolder(state, port, tell);
    const region = createLocalRegion({ ...rest, folder, tell });
    server.on("request", (request, response) => void answer(region, request, response));
    const close = async () => {
      region.close();
      await stop();
    };
    return { port, endpoint: `http://127.0.0.1:${port}`, close };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answer(region: LocalRegion, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "", url = "", httpVersion, rawHeaders } = request;
  const refusal = refusalOf({ method, target: url, httpVersion, rawHeaders }, request.socket.localPort ?? 0);
  if (refusal !== null) return send(response, { ...errorBody(refusal.message), status: refusal.status }, true);
  const body = await readBody(request);
  if (body === null) return send(response, { ...errorBody("The body is larger than 2 MiB."), status: 413 }, true);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
  send(response, await region.handle({ method, path: url, headers, body }), false);
}

function errorBody(message: string): Omit<RawResponse, "status"> {
  const body = JSON.stringify({ __type: "ValidationException", message });
  return { headers: { "content-type": "application/x-amz-json-1.1" }, body };
}

function send(response: ServerResponse, { status, headers, body }: RawResponse, andClose: boolean): void {
  const closing = andClose ? { connection: "close" } : {};
  response.writeHead(status, {
    ...headers,
    ...closing,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  response.end(body);
}

/** The body as text; null when it is too large, or never ends. */
function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > largestBody) resolve(null);
      else chunks.push(chunk);
    });
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    request.on("error", () => resolve(null));
    request.on("close", () => resolve(null));
  });
}
