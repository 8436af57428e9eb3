/** Talks to a server that runs already. Any program may listen at its port by now, so it has to prove first that it is ours. */
import { Agent, type IncomingMessage, request } from "node:http";
import type { OperationName } from "../contract/operations";
import { challengeHeader, launchUrl, type OpenedFile, proofHeader, tokenHeader } from "../contract/session";
import { freshLinkSchema } from "../contract/sessionSchema";
import { recallServer, stateFolder } from "../server/door/stateFolder";
import { newSecret, proofOf, sameSecret } from "../server/door/token";
import type { FolderPlace } from "../server/files/folders";
import { UsageError } from "./usageError";

/**
 * A fresh link of the server that runs already at this port, null where none of ours does.
 * The token stands in a file that only this user can read.
 */
export async function askRunningServer(port: number, opened: OpenedFile | FolderPlace | null): Promise<string | null> {
  const reached = await reach(port);
  if (reached === null) return null;
  const { running, connection, headers } = reached;
  try {
    const handed = opened !== null && "root" in opened ? { ...opened, key: running.key ?? "" } : opened;
    const request = JSON.stringify({ opened: handed });
    const answer = await connection.send("POST", "/api/freshLink", headers, request).catch(() => nothing);
    if (answer.status === 413) {
      throw new UsageError("The file is too large to be handed to the server that runs already. Stop that one first.");
    }
    const read = freshLinkSchema.safeParse(parsed(answer.body));
    // The address is made here: nothing is printed that only someone else has said.
    if (read.success && /^[\w-]{20,100}$/.test(read.data.code))
      return launchUrl(`${connection.origin}/`, read.data.code);
    throw new UsageError(`The Stepwire that runs at port ${port} gave no link. Stop that one, and start again.`);
  } finally {
    connection.end();
  }
}

/** What the server that runs at a port answers to one of its operations; null where none of ours does. */
export async function callRunningServer(port: number, operation: OperationName, request: object): Promise<unknown> {
  const reached = await reach(port);
  if (reached === null) return null;
  const { connection, headers } = reached;
  try {
    return parsed((await connection.send("POST", `/api/${operation}`, headers, JSON.stringify(request))).body);
  } finally {
    connection.end();
  }
}

/** A connection to the server at a port that has proved to be ours, and what lets a request in; null where there is none. */
async function reach(port: number) {
  const running = recallServer(stateFolder(), port);
  if (running === null) return null;
  const connection = connectTo(port);
  const challenge = newSecret();
  const { proof } = await connection.send("GET", "/", { [challengeHeader]: challenge }).catch(() => nothing);
  if (sameSecret(proof, proofOf(running.token, port, challenge))) {
    const headers = { "content-type": "application/json", [tokenHeader]: running.token };
    return { running, connection, headers };
  }
  connection.end();
  return null;
}

interface Answer {
  readonly status: number;
  /** Empty where there was none. */
  readonly proof: string;
  readonly body: string;
}

const nothing: Answer = { status: 0, proof: "", body: "" };
const patience = 3000;
// A definition of 4 MiB, as JSON has it.
const longestAnswer = 9 * 1024 * 1024;

/** One connection for all: whoever proved itself at its other end is the one who hears the rest. */
function connectTo(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const origin = `http://127.0.0.1:${port}`;
  let used = false;
  const send = (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const sent = request(origin + path, {
        agent,
        method,
        headers: { ...headers, ...length, ...(method === "POST" ? { origin } : {}) },
        signal: AbortSignal.timeout(patience),
      });
      sent.on("error", reject);
      // Before anything is written to it.
      sent.on("socket", () => {
        if (used && !sent.reusedSocket) sent.destroy(new Error("The connection was lost."));
        used = true;
      });
      sent.on("response", (response) => void read(response).then(resolve, reject));
      sent.end(body);
    });
  return { origin, send, end: () => agent.destroy() };
}

async function read(response: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response) {
    size += part.length;
    if (size > longestAnswer) throw new Error("More came than ours would say.");
    parts.push(part);
  }
  const proof = response.headers[proofHeader];
  const body = Buffer.concat(parts).toString("utf8");
  return { status: response.statusCode ?? 0, proof: typeof proof === "string" ? proof : "", body };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
