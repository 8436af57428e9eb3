/** Node's HTTP server with the door in front: decides on Node's own request, before anything else sees it. */

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { AppError } from "../../contract/appError";
import { challengeHeader, proofHeader } from "../../contract/session";
import { lookup } from "../../pipeline/definition/byName";
import { addressOf, type BehindProxy, noProxy, targetInside } from "./behindProxy";
import { type DoorKeeper, door, isApi, pathOf, type Verdict } from "./door";
import { securityHeaders } from "./headers";

/** Who answers what does not lie under `/api`. */
export interface PageServer {
  /** A GET or a HEAD that the door has let in; our headers are set already. */
  readonly answer: RequestListener;
  /** A WebSocket that the door has let in. The built page opens none. */
  readonly upgrade?: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export interface LocalServerOptions {
  readonly isToken: (candidate: string) => boolean;
  readonly proxy?: BehindProxy;
  /** Signs a challenge, for whoever wants to know that this server is ours before saying anything. */
  readonly prove: (challenge: string, port: number) => string;
  readonly page: PageServer;
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
export function createLocalServer({ isToken, prove, page, api, proxy = noProxy }: LocalServerOptions): Server {
  const server = createServer(patience, (request, response) => {
    answer(request, response);
  });

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const verdict = door(rawOf(request), keeper());
    request.url = targetInside(proxy, request.url ?? "");
    if (verdict.kind === "in") letIn(request, response);
    else if (verdict.kind === "refuse") refuse(request, response, verdict);
    else response.writeHead(308, { location: verdict.location, "cache-control": "no-store" }).end();
  };
  const keeper = (): DoorKeeper => ({ port: portOf(server), isToken, proxy });
  const refuse = (request: IncomingMessage, response: ServerResponse, refusal: Refusal) =>
    sendRefusal(request, response, refusal, addressOf(proxy, portOf(server)));

  const letIn = (request: IncomingMessage, response: ServerResponse): void => {
    const challenge = request.headers[challengeHeader];
    if (typeof challenge === "string") response.setHeader(proofHeader, prove(challenge, portOf(server)));
    if (isApi(pathOf(request.url ?? ""))) {
      api(request, response);
    } else if (request.method !== "GET" && request.method !== "HEAD") {
      const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", connection: "close" };
      response.writeHead(405, { ...headers, allow: "GET, HEAD" }).end("Pages are read with GET.\n");
    } else {
      page.answer(request, response);
    }
  };

  // A client that waits before it sends its body hears from the door first.
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (door(rawOf(request), keeper()).kind === "in") response.writeContinue();
    answer(request, response);
  });
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const line = "Received an Expect header of another kind; send none.";
    refuse(request, response, { kind: "refuse", status: 417, line, page: false });
  });
  if (page.upgrade !== undefined) server.on("upgrade", upgradeBehindDoor(page.upgrade, keeper));
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
  const statuses: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };
  endWith(socket, lookup(statuses, error.code ?? "") ?? 400);
}

/** An answer without a body, where Node gives no response to write to. */
function endWith(socket: Duplex, status: number): void {
  const headers = { ...securityHeaders, "content-length": "0", connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n`);
}

/** Every browser names the page that opens a WebSocket, so here an `Origin` that is absent is none of ours either. */
function upgradeBehindDoor(
  upgrade: NonNullable<PageServer["upgrade"]>,
  keeper: () => DoorKeeper,
): NonNullable<PageServer["upgrade"]> {
  return (request, socket, head) => {
    // A client that is gone by now is no failure of ours.
    socket.on("error", () => socket.destroy());
    const verdict = door(rawOf(request), keeper());
    if (verdict.kind === "refuse") endWith(socket, verdict.status);
    else if (verdict.kind === "redirect") endWith(socket, 421);
    else if (request.headers.origin === undefined) endWith(socket, 403);
    else upgrade(request, socket, head);
  };
}

function sendRefusal(request: IncomingMessage, response: ServerResponse, refusal: Refusal, address: string): void {
  const [type, body] = refusalBody(request, refusal, address);
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

function refusalBody(request: IncomingMessage, { status, line, page }: Refusal, address: string): [string, string] {
  if (page) return ["text/html; charset=utf-8", refusalPage(line, address)];
  if (!isApi(pathOf(request.url ?? ""))) return ["text/plain; charset=utf-8", `${line}\n`];
  const kind = status === 401 ? "session" : status === 413 ? "tooLarge" : "request";
  const error: AppError = { kind, name: "RefusedAtTheDoor", message: line, status };
  return ["application/json", JSON.stringify({ error })];
}

/** Only our own words and our own address: nothing of the request comes back. */
function refusalPage(line: string, address: string): string {
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
