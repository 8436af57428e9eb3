/**
 * A way to SageMaker on which things go wrong: an HTTP server before a local region that breaks off, hangs, drips, or answers what no
 * SageMaker answers. Which fault meets which request is the test's to say.
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { LocalRegion, RawRequest, RawResponse } from "../local-region";

/** What comes back on the wire, made from what would have come back. */
export type Reply = (socket: Socket, answer: RawResponse) => void;

export interface Fault {
  /** Whether the request has its effect: not at all, before the reply, or when the caller has given up. */
  readonly effect: "none" | "done" | "late";
  readonly reply: Reply;
}

export interface Arrived {
  readonly operation: string;
  readonly pipeline: string;
  /** How many of this operation came for this pipeline before, since `meet` was called. */
  readonly nth: number;
}

export interface FaultProxy {
  readonly endpoint: string;
  /** Decides what meets the requests for a pipeline from now on; what runs in it happens before the request is passed on. */
  meet(pipeline: string, fault: (arrived: Arrived) => Promise<Fault | null> | Fault | null): void;
  /** The operations that arrived for a pipeline since `meet` was called, in order. */
  calls(pipeline: string): readonly string[];
  /** No new connection from here on, and the idle ones end. */
  refuse(): Promise<void>;
  close(): Promise<void>;
}

interface Met {
  readonly fault: (arrived: Arrived) => Promise<Fault | null> | Fault | null;
  readonly calls: string[];
}

/** What a request asks, and of what; of another service than SageMaker the name stands in the request too. */
export type Told = (request: RawRequest) => { readonly operation: string; readonly pipeline: string };

export const toldToSageMaker: Told = ({ headers, body }) => ({
  operation: headers["x-amz-target"]?.split(".")[1] ?? "",
  pipeline: pipelineIn(body),
});

export async function startFaultProxy(
  region: Pick<LocalRegion, "handle">,
  told: Told = toldToSageMaker,
): Promise<FaultProxy> {
  const met = new Map<string, Met>();
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request);
    // Whoever ends the connection amid a request has asked nothing.
    if (body === null) return;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const asked = { method: request.method ?? "", path: request.url ?? "", headers, body };
    const pass = () => region.handle(asked);
    const { operation, pipeline } = told(asked);
    const { fault: choose, calls } = met.get(pipeline) ?? { fault: () => null, calls: [] };
    const nth = calls.filter((call) => call === operation).length;
    calls.push(operation);
    const fault = await choose({ operation, pipeline, nth });
    const { socket } = request;
    if (fault === null) return send(response, await pass());
    if (fault.effect === "late") socket.once("close", () => void pass());
    fault.reply(socket, fault.effect === "done" ? await pass() : nothingDone);
  };
  const server = createServer((request, response) => void take(request, response));
  server.on("connection", (socket) => socket.on("error", () => undefined));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const closed = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    meet: (pipeline, fault) => met.set(pipeline, { fault, calls: [] }),
    calls: (pipeline) => met.get(pipeline)?.calls ?? [],
    refuse: async () => {
      void closed();
      server.closeIdleConnections();
    },
    close: async () => {
      const ended = closed();
      server.closeAllConnections();
      await ended;
    },
  };
}

const nothingDone: RawResponse = {
  status: 200,
  headers: { "content-type": "application/x-amz-json-1.1" },
  body: JSON.stringify({ Nothing: "was done" }),
};

function send(response: ServerResponse, { status, headers, body }: RawResponse): void {
  response.writeHead(status, { ...headers });
  response.end(body);
}

/** What was sent; null where the connection ended before it was whole. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  try {
    for await (const part of request) parts.push(part);
  } catch (error) {
    if (request.complete) throw error;
    return null;
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The pipeline's name, also where a request names an execution or an ARN; of an answer to a callback the token. */
function pipelineIn(body: string): string {
  const told = JSON.parse(body) as Partial<Record<string, string>>;
  const { PipelineName = "", PipelineExecutionArn = "", PipelineArn = "", CallbackToken = "" } = told;
  return (
    /:pipeline\/([^/]+)/.exec(PipelineExecutionArn || PipelineArn || PipelineName)?.[1] ??
    (PipelineName || CallbackToken)
  );
}
