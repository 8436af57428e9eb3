/** HTTP by hand: what a browser, a proxy or an attacker may really put on the wire. For tests only. */
import { connect } from "node:net";

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends bytes as they are to a port of this machine, and reads until the server closes. To a client that has said all it had to say
 * (`patient` false) Node gives no answer that takes a while.
 */
export function sendRaw(port: number, text: string, { patient = false } = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    const parts: Buffer[] = [];
    socket.on("connect", () => (patient ? socket.write(text) : socket.end(text)));
    socket.on("data", (part) => parts.push(part));
    socket.on("error", reject);
    socket.on("close", () => resolve(parse(Buffer.concat(parts).toString("latin1"))));
  });
}

function parse(answer: string): RawAnswer {
  const end = answer.indexOf("\r\n\r\n");
  const [first = "", ...lines] = answer.slice(0, end < 0 ? undefined : end).split("\r\n");
  const headers = lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  return {
    // 0: closed without an answer.
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(first)?.[1] ?? 0),
    headers: Object.fromEntries(headers),
    body: end < 0 ? "" : answer.slice(end + 4),
  };
}

/** A request as text. `Connection: close` ends the answer. */
export function rawRequest(
  line: string,
  headers: readonly (readonly [name: string, value: string])[],
  body = "",
): string {
  const all = [...headers, ["Connection", "close"] as const];
  return `${line}\r\n${all.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}
