/** Node's HTTP server with the door in front: decides on Node's own request, before anything else sees it. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { AppError } from "../../contract/appError";
import { door, isApi, pathOf, type Verdict } from "./door";
import { securityHeaders } from "./headers";
import { chooseEncoding, type StaticFiles } from "./static";

export interface LocalServerOptions {
  readonly isToken: (candidate: string) => boolean;
  readonly files: StaticFiles;
  /** Answers what lies under `/api`. */
  readonly api: RequestListener;
}

type Refusal = Extract<Verdict, { kind: "refuse" }>;

/** Limits that keep slow connections from piling up; Node looks for them only every 30 s unless told otherwise. */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1000,
  // Its own answer to a missing Host would come without our headers; rule 1 answers instead.
  requireHostHeader: false,
} as const;

/** The port it listens on, 0 when it does not. */
export function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}

/** Makes the server; it does not listen yet. */
export function createLocalServer({ isToken, files, api }: LocalServerOptions): Server {
  const server = createServer(patience, (request, response) => {
    void answer(request, response);
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const verdict = door(rawOf(request), { port: portOf(server), isToken });
    if (verdict.kind === "redirect") {
      response.writeHead(308, { location: verdict.location, "cache-control": "no-store" }).end();
    } else if (verdict.kind === "refuse") {
      sendRefusal(request, response, verdict, portOf(server));
    } else if (isApi(pathOf(request.url ?? ""))) {
      api(request, response);
    } else {
      await sendFile(request, response, files);
    }
  };

  // A client that waits before it sends its body hears from the door first.
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (door(rawOf(request), { port: portOf(server), isToken }).kind === "in") response.writeContinue();
    void answer(request, response);
  });
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const line = "Received an Expect header of another kind; send none.";
    sendRefusal(request, response, { kind: "refuse", status: 417, line, page: false }, portOf(server));
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    refuseUnreadable(error, socket as Socket);
  });
  return server;
}

function rawOf(request: IncomingMessage) {
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    httpVersion: request.httpVersion,
    rawHeaders: request.rawHeaders,
  };
}

/** What Node's parser cannot read never becomes a request; the answer carries our headers all the same. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status =
    error.code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? "408 Request Timeout"
      : error.code === "HPE_HEADER_OVERFLOW"
        ? "431 Request Header Fields Too Large"
        : "400 Bad Request";
  const headers = { ...securityHeaders, "content-length": "0", connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join("\r\n")}\r\n\r\n`);
}

function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal, port: number): void {
  const [type, body] = refusalBody(request, refusal, port);
  const bytes = Buffer.from(body);
  response.writeHead(refusal.status, {
    "content-type": type,
    "content-length": bytes.length,
    "cache-control": "no-store",
    // What is left of a refused body is not read.
    connection: "close",
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function refusalBody(request: IncomingMessage, { status, line, page }: Refusal, port: number): [string, string] {
  if (page) return ["text/html; charset=utf-8", refusalPage(line, port)];
  if (!isApi(pathOf(request.url ?? ""))) return ["text/plain; charset=utf-8", `${line}\n`];
  const kind = status === 401 ? "session" : status === 413 ? "tooLarge" : "request";
  const error: AppError = { kind, name: "RefusedAtTheDoor", message: line, status };
  return ["application/json", JSON.stringify({ error })];
}

/** Only our own words and our own address: nothing of the request comes back. */
function refusalPage(line: string, port: number): string {
  const address = `http://127.0.0.1:${port}/`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Stepwire</title>
<h1>Copy this address into a new tab</h1>
<p><code>${address}</code></p>
<p>Stepwire does not open from another site's link. ${line}</p>
</html>
`;
}

async function sendFile(request: IncomingMessage, response: ServerResponse, files: StaticFiles): Promise<void> {
  const plain = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { ...plain, allow: "GET, HEAD", connection: "close" }).end("Pages are read with GET.\n");
    return;
  }
  const file = files.get(pathOf(request.url ?? ""));
  if (file === undefined) {
    response.writeHead(404, plain).end(request.method === "HEAD" ? undefined : "There is no such file.\n");
    return;
  }
  const common = { etag: file.etag, "cache-control": file.cacheControl, vary: "accept-encoding" };
  if (request.headers["if-none-match"] === file.etag) {
    response.writeHead(304, common).end();
    return;
  }
  const encoding = chooseEncoding(acceptedEncodings(request), file);
  const bytes = await file.bytes(encoding);
  response.writeHead(200, {
    ...common,
    "content-type": file.contentType,
    "content-length": bytes.length,
    ...(encoding === "identity" ? {} : { "content-encoding": encoding }),
  });
  response.end(request.method === "HEAD" ? undefined : bytes);
}

function acceptedEncodings(request: IncomingMessage): string | undefined {
  const accepted = request.headers["accept-encoding"];
  return typeof accepted === "string" ? accepted : undefined;
}
