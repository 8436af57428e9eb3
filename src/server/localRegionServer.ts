/** The local region on a port of its own, for boto3, the AWS CLI and the SageMaker Python SDK. No browser has business here. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { LocalRegion } from "../local-region";
import { bodyLimit, checkHost, checkTarget, type RawRequest } from "./door";
import { securityHeaders } from "./headers";
import { patience, portOf, rawOf, refuseUnreadable } from "./httpServer";

interface Refusal {
  readonly status: number;
  readonly line: string;
}

/** Rules 1 and 2 of the door, then: nothing that a browser marks, and AWS JSON 1.1 alone. Pure. */
export function localRegionDoor(raw: RawRequest, port: number): Refusal | null {
  const byRules = checkHost(raw, port) ?? checkTarget(raw);
  if (byRules !== null) return byRules;
  const names = raw.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase());
  if (names.includes("origin") || names.some((name) => name.startsWith("sec-fetch-"))) {
    return { status: 403, line: "Received a request from a browser; use an AWS SDK or the AWS CLI." };
  }
  if (raw.method !== "POST" || raw.target !== "/") {
    return {
      status: 405,
      line: `Received another method or path; use an AWS SDK with this endpoint: http://127.0.0.1:${port}`,
    };
  }
  const types = raw.rawHeaders.filter((_, i) => i % 2 === 1 && names[(i - 1) / 2] === "content-type");
  if (types.length === 1 && types[0] === "application/x-amz-json-1.1") return null;
  return { status: 415, line: "Received another Content-Type; send exactly application/x-amz-json-1.1." };
}

/** Makes the server; it does not listen yet. */
export function createLocalRegionServer(region: LocalRegion): Server {
  const server = createServer(patience, (request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      console.error(thrown);
      if (response.headersSent) response.destroy();
      else send(response, 500, { "content-type": "text/plain" }, "The local region failed; its terminal says how.\n");
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = localRegionDoor(rawOf(request), portOf(server));
    if (refusal !== null) {
      return send(response, refusal.status, { "content-type": "text/plain", connection: "close" }, `${refusal.line}\n`);
    }
    const body = await readBody(request);
    if (body === null) {
      return send(
        response,
        413,
        { "content-type": "text/plain", connection: "close" },
        "Received over 2 MiB; send less.\n",
      );
    }
    const answered = await region.handle({ method: "POST", path: "/", headers: headersOf(request), body });
    send(response, answered.status, answered.headers, answered.body);
  };
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => refuseUnreadable(error, socket as Socket));
  return server;
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...securityHeaders, ...headers, "content-length": bytes.length }).end(bytes);
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}

/** The body as text, null where it is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  // The rest of a body that is too long is left unread, but the socket must live until it was told so.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    size += part.length;
    if (size > bodyLimit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
