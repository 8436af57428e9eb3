/** A reverse proxy as jupyter-server-proxy is one, and a page of someone else; both on this computer. */
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";

export interface Listening {
  readonly origin: string;
  stop(): Promise<void>;
}

interface ProxyOptions {
  /** The port of the server behind it. */
  readonly to: number;
  /** The path below which it shows the server, with both slashes. */
  readonly below: string;
  /** Whether the server is to see that path. */
  readonly strips: boolean;
  /** What it adds to each request: it hands on the browser's own Host and Origin. */
  readonly headers: Readonly<Record<string, string>>;
  readonly port?: number;
  /** Whether it lets in only who has its cookie, which whoever reads a page gets: JupyterLab knows a person so. */
  readonly login?: boolean;
}

export function startProxy({ to, below, strips, headers, port = 0, login = false }: ProxyOptions): Promise<Listening> {
  return listening(port, (received, answer) => {
    const target = received.url ?? "";
    if (!target.startsWith(below)) return void answer.writeHead(404).end();
    if (login && received.method !== "GET" && !received.headers.cookie?.includes("who=ann"))
      return void answer.writeHead(403).end();
    const path = strips ? target.slice(below.length - 1) : target;
    const sent = request({
      host: "127.0.0.1",
      port: to,
      method: received.method,
      path,
      headers: { ...received.headers, ...headers, connection: "close" },
    });
    sent.on("response", (response) => {
      const cookie = login ? { "set-cookie": "who=ann; Path=/; HttpOnly; SameSite=Lax" } : {};
      answer.writeHead(response.statusCode ?? 502, { ...response.headers, ...cookie });
      response.pipe(answer);
    });
    sent.on("error", () => answer.writeHead(502).end());
    received.pipe(sent);
  });
}

/** A page with this script and no policy, at an origin of its own. */
export function startPage(script: string): Promise<Listening> {
  return listening(0, (received, answer) => {
    if (received.url !== "/") return void answer.writeHead(204).end();
    answer.writeHead(200, { "content-type": "text/html" });
    answer.end(
      `<!doctype html><title>Another page</title><link rel="icon" href="data:,"><body><script>${script}</script>`,
    );
  });
}

function listening(
  port: number,
  answer: (received: IncomingMessage, answer: ServerResponse) => void,
): Promise<Listening> {
  const server: Server = createServer(answer);
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
      const stop = () =>
        new Promise<void>((done) => {
          server.close(() => done());
          server.closeAllConnections();
        });
      resolve({ origin, stop });
    });
  });
}
